package io.tallyport.benchmarks;

/** Applies 100,000 changes to a shop on the Standard plan in one process, beside the ideal time of the writes' points. */
final class ApplyAlone {

    private ApplyAlone() {}

    /** The number of products may be given; about 6 in 10 of them change. */
    public static void main(String[] args) {
        System.exit(new ApplyFigure(1, 1.10, 0).measure(ApplyFigure.skus(args)) ? 0 : 1);
    }
}
