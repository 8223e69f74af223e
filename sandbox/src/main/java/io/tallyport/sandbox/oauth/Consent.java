package io.tallyport.sandbox.oauth;

import java.util.Optional;

/**
 * What a user was asked for, and agreed to.
 *
 * @param redirectUri where the browser is sent back to
 * @param challenge the S256 code challenge, where PKCE is used
 */
record Consent(String redirectUri, String scope, Optional<String> challenge) {}
