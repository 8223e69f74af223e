package io.tallyport.sandbox.xseries;

/** A register at an outlet; guarded by the store's monitor. */
final class RegisterRow implements Versioned {

    final int number;
    final OutletRow outlet;
    private long version;

    RegisterRow(int number, OutletRow outlet) {
        this.number = number;
        this.outlet = outlet;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public void mark(long next) {
        version = next;
    }

    /** A closed outlet's registers are gone with it. */
    @Override
    public boolean deleted() {
        return outlet.deleted();
    }
}
