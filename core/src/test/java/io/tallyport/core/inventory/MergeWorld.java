package io.tallyport.core.inventory;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Two shops that sell while they are merged, over a network that loses calls and answers and lets some arrive late. It
 * knows what really happened, which the program under test must find out.
 */
final class MergeWorld {

    /** What becomes of a write on its way. */
    private enum Fate {
        DONE,
        REFUSED_FOR_NOW,
        LOST_ON_THE_WAY,
        ANSWER_LOST,
        LATE
    }

    private static final ErrorCode NONE = new ErrorCode("MM002", "none below zero", "none");

    final Random random;
    final InMemoryShop till;
    final InMemoryShop web;
    final int items;
    /** Whether the till takes levels below zero. */
    final boolean exact;
    /** Whether the shop checks a request before it looks at its key, so that a repetition of a done one is stale. */
    final boolean staleReplays;

    private final Map<String, Boolean> keys = new HashMap<>();
    private final Set<String> recorded = new HashSet<>();
    private final ArrayDeque<Runnable> onTheWay = new ArrayDeque<>();
    private final Set<String> keysOnTheWay = new HashSet<>();
    private final Set<String> marksOnTheWay = new HashSet<>();
    private final Ledger tillLedger = new Ledger();
    private final Ledger webLedger = new Ledger();
    private final List<String> phantoms = new ArrayList<>();
    private int marks;
    private boolean rough;

    MergeWorld(long seed, InMemoryShop till, InMemoryShop web, int items, boolean exact, boolean staleReplays) {
        this.random = new Random(seed);
        this.till = till;
        this.web = web;
        this.items = items;
        this.exact = exact;
        this.staleReplays = staleReplays;
    }

    /** From now on both shops sell, and calls are lost. */
    void storm() {
        rough = true;
    }

    /** From now on nothing is lost, and nothing is sold. */
    void calm() {
        rough = false;
        land();
    }

    /** What both sides together sold (negative) and received since the beginning. */
    Quantity moved(int item) {
        return tillLedger.sold("p" + item).plus(webLedger.sold("w" + item));
    }

    /** Writes that brought a side more, or less, than the other had sold at any moment until then. */
    List<String> phantoms() {
        return phantoms;
    }

    /** What the shop is owed from the beginning. */
    void owes(int item, Quantity units) {
        webLedger.owed.put("w" + item, units);
    }

    /** What one side sold, and what was written there: for all items, and at every moment so far. */
    private static final class Ledger {
        private final Map<String, Quantity> sold = new HashMap<>();
        private final Map<String, Set<Quantity>> everSold = new HashMap<>();
        private final Map<String, Quantity> written = new HashMap<>();
        private final Map<String, Quantity> owed = new HashMap<>();

        Quantity sold(String item) {
            return sold.getOrDefault(item, Quantity.ZERO);
        }

        void sell(String item, Quantity units) {
            ever(item);
            sold.merge(item, units, Quantity::plus);
            ever(item);
        }

        private Set<Quantity> ever(String item) {
            Set<Quantity> ever = everSold.computeIfAbsent(item, each -> new HashSet<>());
            ever.add(sold(item));
            return ever;
        }

        /** Whether all that was written here is what the other side had sold at some moment. */
        boolean write(String item, Quantity units, Ledger other, String othersItem) {
            Quantity sum = written.merge(item, units, Quantity::plus);
            Quantity first = owed.getOrDefault(item, Quantity.ZERO);
            return other.ever(othersItem).stream()
                    .anyMatch(then -> then.plus(first).equals(sum)
                            || then.plus(first).roundDown().equals(sum));
        }
    }

    /** Whether the write with that key was done, as nobody but the world knows. */
    boolean isDone(String key) {
        return keys.getOrDefault(key, false);
    }

    /** Whether the write with that key may still arrive. */
    boolean isOnTheWay(String key) {
        return keysOnTheWay.contains(key);
    }

    /** Something happens in one of the shops, or a late write arrives. */
    void happen() {
        int item = random.nextInt(items);
        switch (random.nextInt(8)) {
            case 0, 1 -> atTill(item, Quantity.of(-1 - random.nextInt(3)));
            case 2 -> atTill(item, Quantity.of(1 + random.nextInt(4)));
            case 3 -> atTill(item, Quantity.parse(exact ? "-0.25" : "-1"));
            case 4, 5 -> order(item, 1 + random.nextInt(2));
            case 6 -> order(item, -1);
            default -> {
                if (!onTheWay.isEmpty()) {
                    onTheWay.poll().run();
                }
            }
        }
    }

    private void atTill(int item, Quantity units) {
        till.change("p" + item, units);
        tillLedger.sell("p" + item, units);
    }

    private void order(int item, int units) {
        web.order("w" + item, units);
        webLedger.sell("w" + item, Quantity.of(-units));
    }

    private void land() {
        while (!onTheWay.isEmpty()) {
            onTheWay.poll().run();
        }
    }

    private void maybe() {
        while (rough && random.nextInt(4) == 0) {
            happen();
        }
    }

    private Fate fate() {
        int drawn = rough ? random.nextInt(12) : 11;
        return drawn < Fate.values().length ? Fate.values()[drawn] : Fate.DONE;
    }

    private static PortException unknown() {
        return new PortException.UnknownOutcome(FailureContext.of("write"), "no answer", null);
    }

    private static PortException notNow() {
        return new PortException.Transient(FailureContext.of("call"), "busy", null);
    }

    /** The till's levels, which move while they are read. */
    InventorySource tillReads() {
        return new Reads(till);
    }

    InventorySource webReads() {
        return new Reads(web);
    }

    private final class Reads extends ForwardingSource {

        Reads(InventorySource real) {
            super(real);
        }

        @Override
        public LevelPage levels(ExternalId location, Optional<Cursor> cursor) {
            unsteady();
            return super.levels(location, cursor);
        }

        @Override
        public List<StockLevel> levelsOf(ExternalId location, Collection<ExternalId> wanted) {
            unsteady();
            List<StockLevel> levels = super.levelsOf(location, wanted);
            maybe();
            return levels;
        }

        private void unsteady() {
            maybe();
            if (rough && random.nextInt(25) == 0) {
                throw notNow();
            }
        }
    }

    /** Writes to the shop. */
    InventorySink webWrites() {
        return new ForwardingSink(web) {
            @Override
            public int maxLines() {
                return 3;
            }

            @Override
            public SetOutcome set(StockWrite write, String key) {
                maybe();
                return switch (fate()) {
                    case REFUSED_FOR_NOW -> throw notNow();
                    case LOST_ON_THE_WAY -> throw unknown();
                    case ANSWER_LOST -> {
                        once(write, key);
                        throw unknown();
                    }
                    case LATE -> {
                        keysOnTheWay.add(key);
                        onTheWay.add(() -> {
                            once(write, key);
                            keysOnTheWay.remove(key);
                        });
                        throw unknown();
                    }
                    case DONE -> {
                        SetOutcome outcome = once(write, key);
                        maybe();
                        yield outcome;
                    }
                };
            }

            private SetOutcome once(StockWrite write, String key) {
                if (keys.containsKey(key)) {
                    if (!keys.get(key)) {
                        return SetOutcome.of(SetOutcome.Status.KEY_SPENT);
                    }
                    return staleReplays && random.nextBoolean()
                            ? SetOutcome.of(SetOutcome.Status.STALE)
                            : SetOutcome.applied(Optional.empty());
                }
                SetOutcome outcome = super.set(write, key);
                boolean done = outcome.status() == SetOutcome.Status.APPLIED;
                if (done) {
                    write.lines().forEach(MergeWorld.this::wrote);
                }
                if (done || !staleReplays) {
                    keys.put(key, done);
                }
                return outcome;
            }
        };
    }

    private void wrote(StockWrite.Line line) {
        String item = line.item().value();
        Quantity by = Quantity.of(line.to() - line.from());
        if (!webLedger.write(item, by, tillLedger, item.replace('w', 'p'))) {
            phantoms.add("web " + line);
        }
    }

    /** Differences at the till. */
    StockAdjuster tillWrites() {
        return new StockAdjuster() {
            @Override
            public int maxLines() {
                return 3;
            }

            @Override
            public boolean exact() {
                return exact;
            }

            @Override
            public Optional<Watermark> mark(ExternalId location) {
                return Optional.of(new Watermark("" + ++marks));
            }

            @Override
            public AdjustOutcome adjust(StockAdjustment adjustment) {
                maybe();
                return switch (fate()) {
                    case REFUSED_FOR_NOW -> throw notNow();
                    case LOST_ON_THE_WAY -> throw unknown();
                    case ANSWER_LOST -> {
                        add(adjustment);
                        throw unknown();
                    }
                    case LATE -> {
                        String mark = adjustment.after().orElseThrow().value();
                        marksOnTheWay.add(mark);
                        onTheWay.add(() -> {
                            add(adjustment);
                            marksOnTheWay.remove(mark);
                        });
                        throw unknown();
                    }
                    case DONE -> {
                        AdjustOutcome outcome = add(adjustment);
                        maybe();
                        yield outcome;
                    }
                };
            }

            @Override
            public AdjustProof prove(StockAdjustment adjustment, java.time.Instant sent) {
                maybe();
                if (rough && random.nextInt(6) == 0) {
                    throw notNow();
                }
                String mark = adjustment.after().orElseThrow().value();
                Map<ExternalId, AdjustProof.Verdict> verdicts = new HashMap<>();
                Map<ExternalId, Quantity> otherwise = new HashMap<>();
                for (StockAdjustment.Line line : adjustment.lines()) {
                    boolean undecided = marksOnTheWay.contains(mark) || (rough && random.nextInt(4) == 0);
                    Quantity added = added(mark, line.item());
                    boolean there = recorded.contains(mark + "/" + line.item());
                    verdicts.put(
                            line.item(),
                            undecided
                                    ? AdjustProof.Verdict.UNPROVEN
                                    : there ? AdjustProof.Verdict.DONE : AdjustProof.Verdict.NOT_DONE);
                    if (!undecided && there && !added.equals(line.by())) {
                        otherwise.put(line.item(), added);
                    }
                }
                return new AdjustProof(verdicts, otherwise);
            }
        };
    }

    private final Map<String, Quantity> reallyAdded = new HashMap<>();

    private Quantity added(String mark, ExternalId item) {
        return reallyAdded.getOrDefault(mark + "/" + item, Quantity.ZERO);
    }

    private AdjustOutcome add(StockAdjustment adjustment) {
        List<AdjustOutcome.Line> lines = new ArrayList<>();
        for (StockAdjustment.Line line : adjustment.lines()) {
            Quantity level = till.onHand(line.item().value());
            Quantity by = exact ? line.by() : clipped(level, line.by());
            till.change(line.item().value(), by);
            String ours = line.item().value();
            if (!tillLedger.write(ours, by, webLedger, ours.replace('p', 'w')) && exact) {
                phantoms.add("till " + line);
            }
            String name = adjustment.after().orElseThrow().value() + "/" + line.item();
            recorded.add(name);
            reallyAdded.put(name, by);
            lines.add(new AdjustOutcome.Line(
                    line.item(),
                    by,
                    false,
                    by.equals(line.by())
                            ? Optional.empty()
                            : Optional.of(new AdjustOutcome.Problem(Reason.OVERSOLD, NONE, "none below zero"))));
        }
        return new AdjustOutcome(lines);
    }

    /** No level goes below zero by a write; the till itself may have brought it there. */
    private static Quantity clipped(Quantity level, Quantity by) {
        if (!by.isNegative() || !level.plus(by).isNegative()) {
            return by;
        }
        return level.isNegative() ? Quantity.ZERO : Quantity.ZERO.minus(level);
    }
}
