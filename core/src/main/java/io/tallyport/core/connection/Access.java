package io.tallyport.core.connection;

/** Whether one remote call reads or writes: declared for each call, never taken from the HTTP verb. */
public enum Access {
    READ,
    WRITE
}
