package io.tallyport.benchmarks;

/** The same 100,000 changes through two processes at once, each with a connection of its own to the one shop. */
final class ApplyShared {

    private ApplyShared() {}

    /** {@code --real-time}, or another number of products (0 for the usual) and the most lines of one write. */
    public static void main(String[] args) {
        System.exit(new ApplyFigure(2, 1.15, 3).measure(args) ? 0 : 1);
    }
}
