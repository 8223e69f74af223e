package io.tallyport.benchmarks;

/** Applies 100,000 changes to a shop on the Standard plan in one process, beside the ideal time of the writes' points. */
final class ApplyAlone {

    private ApplyAlone() {}

    /** {@code --real-time} for processes of their own in real time; a number for another number of products. */
    public static void main(String[] args) {
        System.exit(new ApplyFigure(1, 1.10, 0).measure(args) ? 0 : 1);
    }
}
