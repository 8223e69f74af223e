package io.tallyport.core.connection;

/** What we may do over a connection. */
public enum AccessMode {
    NONE,
    READ,
    READ_WRITE;

    public boolean allows(Access access) {
        return this == READ_WRITE || (this == READ && access == Access.READ);
    }
}
