package io.tallyport.core.inventory;

/**
 * What a plan covers.
 *
 * @param changed SKUs that a cycle looked at, because one of the sides changed or something was left to do, or that were
 *     chosen; 0 for a whole read
 * @param because why everything was read, or what was chosen; empty for a cycle
 */
public record Coverage(Kind kind, long changed, String because) {

    /** How much was read. */
    public enum Kind {
        /** All items of both sides. */
        FULL,
        /** What changed since the route's last plan, and what that one left to do. */
        CYCLE,
        /** What a person chose. */
        CHOSEN
    }

    public static Coverage full(String because) {
        return new Coverage(Kind.FULL, 0, because);
    }

    public static Coverage cycle(long changed) {
        return new Coverage(Kind.CYCLE, changed, "");
    }

    public static Coverage chosen(long skus, String what) {
        return new Coverage(Kind.CHOSEN, skus, what);
    }

    public boolean isFull() {
        return kind == Kind.FULL;
    }
}
