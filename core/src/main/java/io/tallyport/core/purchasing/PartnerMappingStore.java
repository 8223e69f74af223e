package io.tallyport.core.purchasing;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import java.util.List;
import java.util.Optional;

/** Keeps what names stand for, one thing for each name. Joins the caller's unit of work; thread-safe. */
public interface PartnerMappingStore {

    /** Adds it, or puts it in place of what the name stood for. */
    void put(PartnerMapping mapping);

    /** False when the name stood for nothing. */
    boolean remove(ConnectionId connection, PartnerKind kind, String name);

    Optional<ExternalId> find(ConnectionId connection, PartnerKind kind, String name);

    /** All of a connection, by kind and name. */
    List<PartnerMapping> of(ConnectionId connection);
}
