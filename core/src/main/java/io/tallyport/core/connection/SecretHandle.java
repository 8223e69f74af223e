package io.tallyport.core.connection;

/**
 * Names a stored secret without giving it away.
 *
 * @param value opaque
 */
public record SecretHandle(String value) {}
