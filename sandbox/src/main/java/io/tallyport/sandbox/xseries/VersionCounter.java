package io.tallyport.sandbox.xseries;

/** The retailer's one counter over all resources: it rises with gaps, beyond what an int or a float could hold. */
final class VersionCounter {

    private static final long FIRST = 47_284_638_488L;

    private long last = FIRST;

    long next() {
        last += 1 + (mixed(last) & 7);
        return last;
    }

    /** A number that looks like chance and is the same each time (the finalizer of SplitMix64). */
    static long mixed(long number) {
        long mixed = (number + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
