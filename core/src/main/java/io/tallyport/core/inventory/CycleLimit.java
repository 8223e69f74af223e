package io.tallyport.core.inventory;

/** Says when so much changed that a whole read costs less, and holds less in memory, than a cycle. */
final class CycleLimit {

    private static final int ALWAYS = 1_000;

    private CycleLimit() {}

    /**
     * Lets pass what a cycle can do.
     *
     * @param rows items in the mirror
     * @throws NoCycle when it is more than a thousand rows and more than half of all
     */
    static void check(long changed, long rows) {
        if (changed > ALWAYS && changed > rows / 2) {
            throw new NoCycle("more than half of all " + rows + " rows changed or are still to be done");
        }
    }
}
