package io.tallyport.core.history;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import java.util.List;
import java.util.Optional;

/** The log of what became of each row; only ever added to. Joins the caller's unit of work; thread-safe. */
public interface SyncLog {

    void append(List<SyncEntry> entries);

    /** The entries of a run in the order they were added, in pages of at most 500, the last with its total. */
    Page<SyncEntry> ofRun(RunId run, Optional<Cursor> cursor);

    /** The newest entries about one thing, newest first. */
    List<SyncEntry> about(String entity, int limit);
}
