package io.tallyport.core.connection;

/** Whether a connection reaches a shop that somebody sells from. A route never crosses from one to the other. */
public enum Environment {
    SANDBOX,
    PRODUCTION
}
