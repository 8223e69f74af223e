package io.tallyport.benchmarks;

/** Applies 100,000 changes to a shop on the Standard plan in one process, beside the ideal time of the writes' points. */
final class ApplyAlone {

    private ApplyAlone() {}

    /** {@code --real-time}, or another number of products (0 for the usual) and the most lines of one write. */
    public static void main(String[] args) {
        System.exit(new ApplyFigure(1, 1.10, 0).measure(args) ? 0 : 1);
    }
}
