package io.tallyport.cli;

/** Numbers with their noun. */
final class Counted {

    private Counted() {}

    static String rows(long count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}
