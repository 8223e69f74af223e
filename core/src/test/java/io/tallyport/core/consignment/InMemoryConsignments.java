package io.tallyport.core.consignment;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A platform's consignments in memory: many lines at once accumulate, what is received brings a sent one to DISPATCHED, deleted ones are
 * not shown any more. A count lists what it is about after it was looked at twice, and completing one sets the stock of all that it
 * lists, to nothing where nothing was entered.
 */
public final class InMemoryConsignments implements ConsignmentSource, ConsignmentSink, ConsignmentLineSink, CountSink {

    /** Everything, with 500 lines a call. */
    public static final ConsignmentAbilities ALL =
            new ConsignmentAbilities(EnumSet.allOf(ConsignmentKind.class), 500, true, true, true, true, true, 5, 5);

    private static final int PAGE = 10;

    /** How many products a count can be limited to. */
    private static final int MOST_ITEMS = 25;

    /** A count has listed what it is about when it was read so often. */
    private static final int READS_TO_LIST = 2;

    private final Map<ExternalId, Kept> consignments = new TreeMap<>();
    private final ConsignmentAbilities abilities;
    private final Map<ExternalId, Quantity> stock = new TreeMap<>();
    private long ids;
    private long versions;
    private int completions;
    private boolean listsTheWholeStore;

    /** One of them. */
    private static final class Kept {
        private ConsignmentHeader header;
        private long version;
        private int reads;
        private final List<ExternalId> items;
        private final Map<ExternalId, ConsignmentLine> lines = new LinkedHashMap<>();

        Kept(ConsignmentHeader header, long version, List<ExternalId> items) {
            this.header = header;
            this.version = version;
            this.items = items;
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
        Optional<Kept> found = Optional.ofNullable(consignments.get(id));
        found.filter(kept -> kept.header.state() == ConsignmentState.IN_PROGRESS && ++kept.reads >= READS_TO_LIST)
                .ifPresent(this::list);
        return found.map(kept -> new Consignment(kept.header, List.copyOf(kept.lines.values())));
    }

    /** What a platform does in the background. */
    private void list(Kept kept) {
        stock.forEach((item, level) -> {
            if (kept.items.isEmpty() || listsTheWholeStore || kept.items.contains(item)) {
                kept.lines.putIfAbsent(item, new ConsignmentLine(item, level, Optional.empty(), Optional.empty()));
            }
        });
        become(kept, ConsignmentStatus.of(ConsignmentState.IN_PROGRESS_PROCESSED));
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
                        ++versions,
                        head.items()));
        return id;
    }

    @Override
    public synchronized void advance(ExternalId id, ConsignmentState to) {
        Kept kept = require(id);
        if (!kept.header.isLive()) {
            throw new PortException.Conflict(FailureContext.of("advance"), id + " is " + kept.header.status());
        }
        if (!kept.header.state().isAtLeast(to)) {
            boolean begins = to == ConsignmentState.IN_PROGRESS;
            if (to == ConsignmentState.COMPLETE || (begins && kept.header.kind() != ConsignmentKind.STOCKTAKE)) {
                throw new PortException.Rejected(FailureContext.of("advance"), id + " is not completed so");
            }
            if (kept.lines.isEmpty() && !begins) {
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
        boolean counting = kept.header.state() == ConsignmentState.IN_PROGRESS_PROCESSED;
        if (!counting
                && kept.header.state() != ConsignmentState.SENT
                && kept.header.state() != ConsignmentState.DISPATCHED) {
            throw new PortException.Conflict(FailureContext.of("receive"), kept.header.status() + " receives nothing");
        }
        kept.lines.put(product, new ConsignmentLine(product, line.ordered(), Optional.of(received), line.cost()));
        become(kept, counting ? kept.header.status() : ConsignmentStatus.of(ConsignmentState.DISPATCHED));
    }

    @Override
    public int mostItems() {
        return MOST_ITEMS;
    }

    @Override
    public synchronized void complete(ExternalId count, Map<ExternalId, Quantity> counted) {
        Kept kept = require(count);
        switch (kept.header.state()) {
            case COMPLETE -> {
                return;
            }
            case IN_PROGRESS ->
                throw new PortException.Transient(FailureContext.of("complete"), count + " is being listed", null);
            case IN_PROGRESS_PROCESSED -> {}
            default -> throw new PortException.Conflict(FailureContext.of("complete"), count + " is not under way");
        }
        Map<ExternalId, Quantity> there = new HashMap<>();
        kept.lines.values().forEach(line -> there.put(line.product(), line.receivedOrNone()));
        if (!there.equals(counted)) {
            throw new PortException.Conflict(FailureContext.of("complete"), count + " says " + there);
        }
        stock.putAll(there);
        completions++;
        become(kept, ConsignmentStatus.of(ConsignmentState.COMPLETE));
    }

    /** How many are there of each item. */
    public synchronized Map<ExternalId, Quantity> stock() {
        return new TreeMap<>(stock);
    }

    /** So many are there now. */
    public synchronized void stocks(ExternalId item, long level) {
        stock.put(item, Quantity.of(level));
    }

    /** How often a count became the stock. */
    public synchronized int completions() {
        return completions;
    }

    /** From now on what a count is limited to means nothing to the platform. */
    public synchronized void listWholeStores() {
        listsTheWholeStore = true;
    }

    /** A person puts a product into a count. */
    public synchronized void personAdds(ExternalId count, ExternalId item) {
        Kept kept = require(count);
        kept.lines.put(item, new ConsignmentLine(item, Quantity.ZERO, Optional.empty(), Optional.empty()));
        kept.version = ++versions;
    }

    /** A person enters a figure into a count. */
    public synchronized void personCounts(ExternalId count, ExternalId item, long counted) {
        Kept kept = require(count);
        kept.lines.put(
                item, new ConsignmentLine(item, Quantity.ZERO, Optional.of(Quantity.of(counted)), Optional.empty()));
        kept.version = ++versions;
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
