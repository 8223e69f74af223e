package io.tallyport.benchmarks;

/** The same 100,000 changes through two processes at once, each with a connection of its own to the one shop. */
final class ApplyShared {

    private ApplyShared() {}

    /** {@code --real-time} for processes of their own in real time; a number for another number of products. */
    public static void main(String[] args) {
        System.exit(new ApplyFigure(2, 1.15, 3).measure(args) ? 0 : 1);
    }
}
