package io.tallyport.core.connection;

/**
 * How much one plan may change before a person must look at it; each limit itself is still allowed.
 *
 * @param maxChangedPercent of the eligible rows
 * @param changedFloor plans that change no more rows than this are never held for the percentage
 * @param maxToZero rows that may go to zero
 * @param minSeenPercent of the rows seen at the source last time
 */
public record BlastRadius(int maxChangedPercent, int changedFloor, int maxToZero, int minSeenPercent) {

    public static final BlastRadius DEFAULT = new BlastRadius(30, 20, 20, 90);

    public BlastRadius {
        percent("max changed percent", maxChangedPercent);
        percent("min seen percent", minSeenPercent);
        if (changedFloor < 0 || maxToZero < 0) {
            throw new IllegalArgumentException("the limits of the guard are not negative");
        }
    }

    private static void percent(String what, int value) {
        if (value < 0 || value > 100) {
            throw new IllegalArgumentException(what + " is from 0 to 100, got " + value);
        }
    }
}
