package io.tallyport.benchmarks;

/**
 * A line of the table.
 *
 * @param index which of the measured values it shows
 * @param aim what the value is held against
 * @param bound of the ratio, or of the value itself with {@link Aim#COUNT}
 * @param more whether more is better
 */
record QueueLine(String title, String unit, int index, Aim aim, double bound, boolean more) {

    /** What a value is held against. */
    enum Aim {
        /** The best peer's. */
        PEER,
        /** The next value of Tallyport itself. */
        ITSELF,
        /** A number that it must not exceed. */
        COUNT,
        /** Nothing. */
        NONE
    }

    static QueueLine atLeast(String title, String unit, double ratio) {
        return new QueueLine(title, unit, 0, Aim.PEER, ratio, true);
    }

    static QueueLine atMost(String title, String unit, double ratio) {
        return new QueueLine(title, unit, 0, Aim.PEER, ratio, false);
    }

    static QueueLine ofItself(String title, String unit, double ratio) {
        return new QueueLine(title, unit, 0, Aim.ITSELF, ratio, true);
    }

    static QueueLine counted(String title, double most) {
        return new QueueLine(title, "", 0, Aim.COUNT, most, false);
    }

    static QueueLine shown(String title, String unit) {
        return new QueueLine(title, unit, 0, Aim.NONE, 0, false);
    }

    /** The same of the value at another place. */
    QueueLine at(int place) {
        return new QueueLine(title, unit, place, aim, bound, more);
    }

    boolean isMet(double value) {
        return more ? value >= bound : value <= bound;
    }
}
