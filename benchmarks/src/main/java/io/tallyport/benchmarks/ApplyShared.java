package io.tallyport.benchmarks;

/** The same 100,000 changes through two processes at once, each with a connection of its own to the one shop. */
final class ApplyShared {

    private ApplyShared() {}

    /** The number of products may be given; about 6 in 10 of them change. */
    public static void main(String[] args) {
        System.exit(new ApplyFigure(2, 1.15, 3).measure(ApplyFigure.skus(args)) ? 0 : 1);
    }
}
