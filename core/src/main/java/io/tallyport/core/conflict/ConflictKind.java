package io.tallyport.core.conflict;

/** Why a row waits for a person. */
public enum ConflictKind {
    OVER_THRESHOLD("the difference is greater than its review threshold", 1),
    STALE_TWICE("it moved between plan and write, in two plans after each other", 2),
    AMBIGUOUS("a write was sent and its effect is not known", 1),
    OVERSOLD("more was sold than there was", 1);

    private final String meaning;
    private final int sightings;

    ConflictKind(String meaning, int sightings) {
        this.meaning = meaning;
        this.sightings = sightings;
    }

    /** In words, for a person. */
    public String meaning() {
        return meaning;
    }

    /** In how many plans it must be seen, without agreement in between, before a person is asked. */
    public int sightings() {
        return sightings;
    }
}
