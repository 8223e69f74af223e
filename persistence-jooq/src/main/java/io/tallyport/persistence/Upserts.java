package io.tallyport.persistence;

import org.jooq.Query;
import org.jooq.exception.DataAccessException;

/** Inserts that may find their row there. */
final class Upserts {

    private Upserts() {}

    /**
     * Adds or replaces. On H2 an upsert looks first and inserts then, so two at once can both insert; the one that loses
     * finds the row at its second try.
     */
    static void execute(Runnable upsert) {
        if (!add(upsert)) {
            upsert.run();
        }
    }

    /** Adds; false, and nothing changed, when the key is there already. */
    static boolean add(Query insert) {
        return add(insert::execute);
    }

    private static boolean add(Runnable insert) {
        try {
            insert.run();
            return true;
        } catch (DataAccessException failure) {
            if (Failures.isDuplicate(failure)) {
                return false;
            }
            throw failure;
        }
    }
}
