package io.tallyport.core.history;

import java.util.List;

/** The activity log; only ever added to. Joins the caller's unit of work; thread-safe. */
public interface AuditTrail {

    void record(AuditEntry entry);

    /** The newest first. */
    List<AuditEntry> recent(int limit);
}
