package io.tallyport.remote;

import io.tallyport.core.connection.ConnectionTokens;
import io.tallyport.core.connection.SecretStore;
import io.tallyport.core.kernel.Leases;

/**
 * What an adapter needs to authenticate.
 *
 * @param secrets what a person stored: tokens that stay, client secrets
 * @param tokens what platforms issued: tokens that expire and rotate
 * @param leases lets one process at a time renew them
 */
public record Credentials(SecretStore secrets, ConnectionTokens tokens, Leases leases) {}
