package io.tallyport.core.consignment;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A platform's consignments in memory: many lines at once accumulate, what is received brings a sent one to DISPATCHED, deleted ones are
 * not shown any more.
 */
public final class InMemoryConsignments implements ConsignmentSource, ConsignmentSink, ConsignmentLineSink {

    /** Everything, with 500 lines a call. */
    public static final ConsignmentAbilities ALL =
            new ConsignmentAbilities(EnumSet.allOf(ConsignmentKind.class), 500, true, true, true, true, true, 5, 5);

    private static final int PAGE = 10;

    private final Map<ExternalId, Kept> consignments = new TreeMap<>();
    private final ConsignmentAbilities abilities;
    private long ids;
    private long versions;

    /** One of them. */
    private static final class Kept {
        private ConsignmentHeader header;
        private long version;
        private final Map<ExternalId, ConsignmentLine> lines = new LinkedHashMap<>();

        Kept(ConsignmentHeader header, long version) {
            this.header = header;
            this.version = version;
        }
    }

    public InMemoryConsignments() {
        this(ALL);
    }

    public InMemoryConsignments(ConsignmentAbilities abilities) {
        this.abilities = abilities;
    }

    @Override
    public ConsignmentAbilities abilities() {
        return abilities;
    }

    @Override
    public synchronized List<ConsignmentHeader> withReference(
            ConsignmentKind kind, ExternalId outlet, String reference) {
        return consignments.values().stream()
                .map(kept -> kept.header)
                .filter(header -> header.kind() == kind && header.outlet().equals(outlet))
                .filter(header -> header.reference()
                        .map(String::strip)
                        .filter(reference.strip()::equals)
                        .isPresent())
                .toList();
    }

    @Override
    public synchronized Optional<Consignment> read(ExternalId id) {
        return Optional.ofNullable(consignments.get(id))
                .map(kept -> new Consignment(kept.header, List.copyOf(kept.lines.values())));
    }

    @Override
    public synchronized ConsignmentChanges changedSince(Optional<Cursor> since) {
        long from = since.map(at -> Long.parseLong(at.value())).orElse(0L);
        List<Kept> changed = consignments.values().stream()
                .filter(kept -> kept.version > from)
                .sorted((one, other) -> Long.compare(one.version, other.version))
                .toList();
        List<Kept> page = changed.subList(0, Math.min(PAGE, changed.size()));
        long next = page.isEmpty() ? from : page.get(page.size() - 1).version;
        return new ConsignmentChanges(
                page.stream().map(kept -> kept.header).toList(),
                new Cursor(Long.toString(next)),
                changed.size() > page.size());
    }

    @Override
    public synchronized ExternalId create(NewConsignment head) {
        ExternalId id = new ExternalId("c-%04d".formatted(++ids));
        ConsignmentState first =
                head.kind() == ConsignmentKind.STOCKTAKE ? ConsignmentState.SCHEDULED : ConsignmentState.OPEN;
        consignments.put(
                id,
                new Kept(
                        new ConsignmentHeader(
                                id,
                                head.kind(),
                                ConsignmentStatus.of(first),
                                head.outlet(),
                                head.sourceOutlet(),
                                head.supplier(),
                                Optional.of(head.reference()),
                                head.markedNote(),
                                Optional.empty(),
                                false),
                        ++versions));
        return id;
    }

    @Override
    public synchronized void advance(ExternalId id, ConsignmentState to) {
        Kept kept = require(id);
        if (!kept.header.isLive()) {
            throw new PortException.Conflict(FailureContext.of("advance"), id + " is " + kept.header.status());
        }
        if (!kept.header.state().isAtLeast(to)) {
            if (kept.lines.isEmpty()) {
                throw new PortException.Rejected(FailureContext.of("advance"), id + " has no lines");
            }
            become(kept, ConsignmentStatus.of(to));
        }
    }

    @Override
    public synchronized void cancel(ExternalId id) {
        Kept kept = consignments.get(id);
        if (kept == null || kept.header.state().isOff()) {
            return;
        }
        if (kept.header.state().isFinal()) {
            throw new PortException.Conflict(FailureContext.of("cancel"), id + " is " + kept.header.status());
        }
        become(kept, ConsignmentStatus.of(ConsignmentState.CANCELLED));
    }

    @Override
    public synchronized void delete(ExternalId id) {
        Kept kept = consignments.get(id);
        if (kept == null) {
            return;
        }
        if (kept.header.state() != ConsignmentState.OPEN && kept.header.state() != ConsignmentState.SCHEDULED) {
            throw new PortException.Conflict(FailureContext.of("delete"), id + " is " + kept.header.status());
        }
        consignments.remove(id);
    }

    @Override
    public synchronized void add(ExternalId consignment, List<LineOrder> lines) {
        if (lines.size() > abilities.bulkLines()) {
            throw new PortException.Rejected(FailureContext.of("add"), "too many lines: " + lines.size());
        }
        Kept kept = taking(consignment);
        for (LineOrder line : lines) {
            Quantity before = kept.lines.containsKey(line.product())
                    ? kept.lines.get(line.product()).ordered()
                    : Quantity.ZERO;
            order(kept, new LineOrder(line.product(), before.plus(line.ordered()), line.cost()));
        }
    }

    @Override
    public synchronized void set(ExternalId consignment, LineOrder line) {
        order(taking(consignment), line);
    }

    private void order(Kept kept, LineOrder line) {
        Optional<ConsignmentLine> before = Optional.ofNullable(kept.lines.get(line.product()));
        kept.lines.put(
                line.product(),
                new ConsignmentLine(
                        line.product(),
                        line.ordered(),
                        before.flatMap(ConsignmentLine::received),
                        line.cost().or(() -> before.flatMap(ConsignmentLine::cost))));
        kept.version = ++versions;
    }

    @Override
    public synchronized void receive(ExternalId consignment, ExternalId product, Quantity received) {
        Kept kept = require(consignment);
        ConsignmentLine line = kept.lines.get(product);
        if (line == null) {
            throw new PortException.Rejected(FailureContext.of("receive"), "no line of " + product);
        }
        if (kept.header.state() != ConsignmentState.SENT && kept.header.state() != ConsignmentState.DISPATCHED) {
            throw new PortException.Conflict(FailureContext.of("receive"), kept.header.status() + " receives nothing");
        }
        kept.lines.put(product, new ConsignmentLine(product, line.ordered(), Optional.of(received), line.cost()));
        become(kept, ConsignmentStatus.of(ConsignmentState.DISPATCHED));
    }

    /** A person does something there: any state, whatever was before. */
    public synchronized void personSets(ExternalId id, ConsignmentState state) {
        become(require(id), new ConsignmentStatus(state, "by hand: " + state));
    }

    /** A person changes the note there. */
    public synchronized void personNotes(ExternalId id, String note) {
        Kept kept = require(id);
        ConsignmentHeader old = kept.header;
        kept.header = new ConsignmentHeader(
                old.id(),
                old.kind(),
                old.status(),
                old.outlet(),
                old.sourceOutlet(),
                old.supplier(),
                old.reference(),
                note,
                old.version(),
                old.deleted());
        kept.version = ++versions;
    }

    /** A person writes a line there, in whatever state. */
    public synchronized void personOrders(ExternalId id, LineOrder line) {
        order(require(id), line);
    }

    /** A person deletes it there, in whatever state. */
    public synchronized void personDeletes(ExternalId id) {
        consignments.remove(id);
    }

    /** All that count. */
    public synchronized List<Consignment> live() {
        return consignments.values().stream()
                .filter(kept -> kept.header.isLive())
                .map(kept -> new Consignment(kept.header, List.copyOf(kept.lines.values())))
                .toList();
    }

    /** The ids of all that were ever made and are not deleted. */
    public synchronized Set<ExternalId> ids() {
        return Set.copyOf(new ArrayList<>(consignments.keySet()));
    }

    private Kept taking(ExternalId id) {
        Kept kept = require(id);
        if (!kept.header.state().takesOrders()) {
            throw new PortException.Conflict(FailureContext.of("lines"), id + " is " + kept.header.status());
        }
        return kept;
    }

    private Kept require(ExternalId id) {
        Kept kept = consignments.get(id);
        if (kept == null) {
            throw new PortException.Rejected(FailureContext.of("find consignment"), "there is no consignment " + id);
        }
        return kept;
    }

    private void become(Kept kept, ConsignmentStatus status) {
        ConsignmentHeader old = kept.header;
        kept.header = new ConsignmentHeader(
                old.id(),
                old.kind(),
                status,
                old.outlet(),
                old.sourceOutlet(),
                old.supplier(),
                old.reference(),
                old.note(),
                old.version(),
                old.deleted());
        kept.version = ++versions;
    }
}
