package io.tallyport.sandbox.xseries;

/** A reason for adjustments that the retailer has made; guarded by the store's monitor. */
final class ReasonRow implements Versioned {

    final int number;
    final String name;
    /** Whether it goes with quantities above zero, else with those below. */
    final boolean positive;

    final boolean enabled;
    private long version;

    ReasonRow(int number, String name, boolean positive, boolean enabled) {
        this.number = number;
        this.name = name;
        this.positive = positive;
        this.enabled = enabled;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public void mark(long next) {
        version = next;
    }

    @Override
    public boolean deleted() {
        return false;
    }
}
