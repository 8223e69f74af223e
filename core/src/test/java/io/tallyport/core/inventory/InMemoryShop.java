package io.tallyport.core.inventory;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A whole shop in memory behind both inventory ports, with sales that happen when a test says so. */
public final class InMemoryShop implements InventorySource, InventorySink, ShopUnderTest {

    private static final int PAGE = 25;
    private static final ErrorCode GONE = new ErrorCode("MM001", "unknown", "none");

    private final ExternalId location;
    private final Map<ExternalId, Item> items = new TreeMap<>();
    private final Map<String, SetOutcome> answered = new HashMap<>();
    private boolean provesCompleteness = true;
    private boolean figuresOnly;
    private int missingRows;
    private long ticks;

    /** One item; {@code committed} units are on hand but not available. */
    private static final class Item {
        private Optional<Sku> sku = Optional.empty();
        private boolean tracked = true;
        private Stocking stocking = Stocking.STOCKED;
        private Quantity onHand = Quantity.ZERO;
        private long committed;
        private long changedAt;
    }

    public InMemoryShop(String location) {
        this.location = new ExternalId(location);
    }

    /** Adds an item with stock. */
    public synchronized InMemoryShop stock(String item, String sku, String onHand) {
        Item added = new Item();
        added.sku = Sku.isPresent(sku) ? Optional.of(new Sku(sku)) : Optional.empty();
        added.onHand = Quantity.parse(onHand);
        added.changedAt = ++ticks;
        items.put(new ExternalId(item), added);
        return this;
    }

    public synchronized InMemoryShop untracked(String item) {
        find(item).tracked = false;
        return this;
    }

    public synchronized InMemoryShop stocking(String item, Stocking stocking) {
        find(item).stocking = stocking;
        return this;
    }

    public synchronized InMemoryShop committed(String item, long units) {
        find(item).committed = units;
        return this;
    }

    public synchronized InMemoryShop remove(String item) {
        items.remove(new ExternalId(item));
        return this;
    }

    /** From now on a read ends without a total. */
    public synchronized InMemoryShop withoutProof() {
        provesCompleteness = false;
        return this;
    }

    /** From now on a read leaves out this many rows, while the total still counts them. */
    public synchronized InMemoryShop losingRows(int rows) {
        missingRows = rows;
        return this;
    }

    /** Sells or receives: on hand changes, and available with it. */
    public synchronized void change(String item, long units) {
        Item changed = find(item);
        changed.onHand = changed.onHand.plus(Quantity.of(units));
        changed.changedAt = ++ticks;
    }

    /** As {@link #change(String, long)}, also by a part of a unit. */
    public synchronized void change(String item, Quantity units) {
        Item changed = find(item);
        changed.onHand = changed.onHand.plus(units);
        changed.changedAt = ++ticks;
    }

    /** Changes on hand as {@link #change}, and no read of changes will tell. */
    public synchronized void changeSilently(String item, long units) {
        Item changed = find(item);
        changed.onHand = changed.onHand.plus(Quantity.of(units));
    }

    /** Gives an item another SKU, of which no read of changes tells. */
    public synchronized InMemoryShop rename(String item, String sku) {
        find(item).sku = Optional.of(new Sku(sku));
        return this;
    }

    /** From now on a read of changes tells figures and neither SKU nor title. */
    public synchronized InMemoryShop tellingFiguresOnly() {
        figuresOnly = true;
        return this;
    }

    /** A web order: available falls, on hand stays. */
    public synchronized void order(String item, long units) {
        Item changed = find(item);
        changed.committed += units;
        changed.changedAt = ++ticks;
    }

    public synchronized Quantity onHand(String item) {
        return find(item).onHand;
    }

    public synchronized Quantity available(String item) {
        return availableOf(find(item));
    }

    private Item find(String item) {
        Item found = items.get(new ExternalId(item));
        if (found == null) {
            throw new IllegalArgumentException("no item " + item);
        }
        return found;
    }

    private static Quantity availableOf(Item item) {
        return item.onHand.minus(Quantity.of(item.committed));
    }

    @Override
    public InventorySource source() {
        return this;
    }

    @Override
    public ExternalId location() {
        return location;
    }

    @Override
    public ExternalId unknownLocation() {
        return new ExternalId("nowhere");
    }

    @Override
    public ExternalId unknownItem() {
        return new ExternalId("no-such-item");
    }

    @Override
    public void move(StockLevel level, long units) {
        change(level.item().value(), units);
    }

    @Override
    public synchronized LevelPage levels(ExternalId at, Optional<Cursor> cursor) {
        checkLocation(at);
        List<StockLevel> all = new ArrayList<>();
        items.forEach((id, item) -> all.add(level(id, item)));
        int total = all.size();
        List<StockLevel> kept = all.subList(0, Math.max(0, total - missingRows));
        String[] stored = cursor.map(value -> value.value().split("@")).orElse(new String[] {"0", "" + (ticks + 1)});
        int from = Integer.parseInt(stored[0]);
        int to = Math.min(kept.size(), from + PAGE);
        if (to < kept.size()) {
            return LevelPage.withNext(kept.subList(from, to), new Cursor(to + "@" + stored[1]));
        }
        Watermark mark = new Watermark(stored[1]);
        return provesCompleteness
                ? LevelPage.last(kept.subList(from, to), total, mark)
                : LevelPage.last(kept.subList(from, to), mark);
    }

    @Override
    public synchronized LevelPage changedSince(ExternalId at, Watermark since, Optional<Cursor> cursor) {
        checkLocation(at);
        long from = Long.parseLong(since.value());
        List<StockLevel> changed = new ArrayList<>();
        items.forEach((id, item) -> {
            if (item.changedAt >= from) {
                changed.add(figuresOnly ? figures(level(id, item)) : level(id, item));
            }
        });
        return LevelPage.last(changed, new Watermark(Long.toString(ticks + 1)));
    }

    @Override
    public synchronized List<StockLevel> levelsOf(ExternalId at, Collection<ExternalId> wanted) {
        checkLocation(at);
        return wanted.stream()
                .filter(items::containsKey)
                .map(id -> level(id, find(id.value())))
                .toList();
    }

    private void checkLocation(ExternalId at) {
        if (!at.equals(location)) {
            throw new PortException.Rejected(FailureContext.of("levels"), "no location " + at);
        }
    }

    private static StockLevel figures(StockLevel level) {
        return new StockLevel(
                level.item(), Optional.empty(), "", true, level.stocking(), level.onHand(), level.available());
    }

    private static StockLevel level(ExternalId id, Item item) {
        boolean figures = item.stocking != Stocking.NOT_STOCKED;
        return new StockLevel(
                id,
                item.sku,
                "Item " + id,
                item.tracked,
                item.stocking,
                figures ? Optional.of(item.onHand) : Optional.empty(),
                figures ? Optional.of(availableOf(item)) : Optional.empty());
    }

    @Override
    public int maxLines() {
        return 10;
    }

    @Override
    public synchronized SetOutcome set(StockWrite write, String key) {
        SetOutcome before = answered.get(key);
        if (before != null) {
            return before;
        }
        SetOutcome outcome = first(write);
        if (outcome.status() == SetOutcome.Status.APPLIED || outcome.status() == SetOutcome.Status.UNCHANGED) {
            answered.put(key, outcome);
        }
        return outcome;
    }

    private SetOutcome first(StockWrite write) {
        checkLocation(write.location());
        List<SetOutcome.LineProblem> problems = new ArrayList<>();
        boolean stale = false;
        boolean changes = false;
        for (int i = 0; i < write.lines().size(); i++) {
            StockWrite.Line line = write.lines().get(i);
            Item item = items.get(line.item());
            if (item == null) {
                problems.add(new SetOutcome.LineProblem(i, Reason.ITEM_GONE, GONE, "no such item"));
            } else {
                stale |= !figure(item, write.figure()).equals(Quantity.of(line.from()));
                changes |= line.from() != line.to();
            }
        }
        if (!problems.isEmpty()) {
            return SetOutcome.refused(problems);
        }
        if (stale) {
            return SetOutcome.of(SetOutcome.Status.STALE);
        }
        write.lines().forEach(line -> {
            Item item = find(line.item().value());
            item.onHand = item.onHand.plus(Quantity.of(line.to() - line.from()));
            item.changedAt = ++ticks;
        });
        return changes ? SetOutcome.applied(Optional.empty()) : SetOutcome.of(SetOutcome.Status.UNCHANGED);
    }

    private static Quantity figure(Item item, StockFigure figure) {
        return figure == StockFigure.ON_HAND ? item.onHand : availableOf(item);
    }

    @Override
    public synchronized StockLevel activate(ExternalId at, ExternalId id, String key) {
        checkLocation(at);
        Item item = find(id.value());
        item.stocking = Stocking.STOCKED;
        return level(id, item);
    }
}
