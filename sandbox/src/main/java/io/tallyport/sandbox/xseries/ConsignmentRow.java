package io.tallyport.sandbox.xseries;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A consignment with its lines; guarded by the store's monitor. */
final class ConsignmentRow implements Versioned {

    final long number;
    final ConsignmentType type;
    final Instant created;
    /** By the product's number, in the order in which they came. */
    final Map<Integer, LineRow> lines = new LinkedHashMap<>();

    final VersionedTable<LineRow> lineTable;
    String status;
    /** What it says of itself, replaced as a whole. */
    ConsignmentDraft draft;

    Instant updated;
    Optional<Instant> received = Optional.empty();
    /** When a count was put in progress, for the background task that lists what is to be counted. */
    Optional<Instant> counting = Optional.empty();

    boolean gone;
    private long version;

    ConsignmentRow(
            long number, ConsignmentDraft draft, String status, Instant created, VersionedTable<LineRow> lineTable) {
        this.number = number;
        this.type = draft.type();
        this.draft = draft;
        this.status = status;
        this.created = created;
        this.updated = created;
        this.lineTable = lineTable;
    }

    Optional<LineRow> line(ProductRow product) {
        return Optional.ofNullable(lines.get(product.number)).filter(line -> !line.gone);
    }

    List<LineRow> live() {
        return lines.values().stream().filter(line -> !line.gone).toList();
    }

    boolean is(String... statuses) {
        return List.of(statuses).contains(status);
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public void mark(long next) {
        version = next;
    }

    @Override
    public boolean deleted() {
        return gone;
    }
}
