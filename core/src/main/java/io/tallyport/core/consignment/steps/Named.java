package io.tallyport.core.consignment.steps;

import java.util.List;

/** Names many things in one line that a person can still read. */
public final class Named {

    private static final int MOST = 20;

    private Named() {}

    /** The first twenty, and how many more there are. */
    public static String of(List<String> all) {
        int more = all.size() - MOST;
        return String.join(", ", all.subList(0, Math.min(MOST, all.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
