package io.tallyport.sandbox.xseries;

/** A row that the version counter marks whenever it changes; guarded by the store's monitor. */
interface Versioned {

    long version();

    void mark(long version);

    boolean deleted();
}
