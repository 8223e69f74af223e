package io.tallyport.sandbox.xseries;

/** An outlet; guarded by the store's monitor. */
final class OutletRow implements Versioned {

    final int number;
    final String name;
    private final boolean deleted;
    private long version;

    OutletRow(int number, String name, boolean deleted) {
        this.number = number;
        this.name = name;
        this.deleted = deleted;
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
        return deleted;
    }
}
