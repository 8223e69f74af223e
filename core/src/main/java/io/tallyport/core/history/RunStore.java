package io.tallyport.core.history;

import java.util.List;
import java.util.Optional;

/** Keeps runs. Joins the caller's unit of work; thread-safe. */
public interface RunStore {

    /** Adds it, or replaces the one with the same id. */
    void save(Run run);

    Optional<Run> find(RunId id);

    /** The newest first, by start. */
    List<Run> recent(int limit);
}
