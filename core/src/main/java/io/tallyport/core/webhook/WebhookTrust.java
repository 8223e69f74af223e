package io.tallyport.core.webhook;

/** Why a hook was believed. */
public enum WebhookTrust {
    /** Its signature was made with one of the connection's secrets. */
    SIGNED,
    /** It bore no signature that could be checked, and knew the secret of its path. */
    SECRET_PATH
}
