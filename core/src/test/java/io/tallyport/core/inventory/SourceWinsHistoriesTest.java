package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Under SOURCE_WINS the shop is never set above the highest figure that the POS had between the start of the read that
 * justified the row and the write; and both are equal when everything is at rest. Over many seeded histories of sales,
 * orders, deliveries, lost and late answers and kills.
 */
class SourceWinsHistoriesTest {

    private static final int ITEMS = 4;
    private static final int STEPS = 25;
    private static final int QUIET_ROUNDS = 20;
    private static final long HISTORIES = Boolean.getBoolean("tallyport.thorough") ? 5_000 : 150;

    @TempDir
    Path directory;

    @Test
    void theShopIsNeverSetAboveWhatThePosHadSinceTheReadAndEqualsItAtRest() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            new History(seed).run();
        }
    }

    private final class History {

        private final long seed;
        private final Random random;
        private final StockHouse house = new StockHouse(directory);
        private final ArrayDeque<Runnable> onTheWay = new ArrayDeque<>();
        /** The figures that each item had at the POS, in order. */
        private final Map<String, List<Quantity>> figures = new HashMap<>();
        /** How many figures there were of each item when the read of a plan, by its reference, began. */
        private final Map<String, Map<String, Integer>> readBegan = new HashMap<>();

        private boolean rough = true;

        History(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            for (int i = 0; i < ITEMS; i++) {
                house.till.stock("p" + i, "S" + i, "" + (4 + i));
                house.web.stock("w" + i, "S" + i, "" + i);
                figures.put("p" + i, new ArrayList<>(List.of(Quantity.of(4 + i))));
            }
            RoutePolicy defaults = RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE);
            house.save(house.route()
                    .withPolicy(new RoutePolicy(
                            defaults.merge(),
                            defaults.webOrders(),
                            1_000,
                            new BlastRadius(100, 1000, 1000, 0),
                            defaults.planLifetime(),
                            SkuScope.ALL)));
            house.pos = new Moving(house.till);
            house.shop = new Moving(house.web);
            house.sink = new Rough(house.web);
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                happen();
                if (random.nextInt(3) == 0) {
                    cycle();
                }
            }
            rough = false;
            onTheWay.forEach(Runnable::run);
            quiet();
        }

        private void happen() {
            int item = random.nextInt(ITEMS);
            switch (random.nextInt(6)) {
                case 0, 1 -> move(item, -1 - random.nextInt(2));
                case 2 -> move(item, 1 + random.nextInt(5));
                case 3, 4 -> {
                    house.web.order("w" + item, 1);
                    move(item, -1);
                }
                default -> {
                    if (!onTheWay.isEmpty()) {
                        onTheWay.poll().run();
                    }
                }
            }
        }

        private List<Quantity> figuresOf(String item) {
            return figures.computeIfAbsent(item, none -> new ArrayList<>());
        }

        private void move(int item, int units) {
            house.till.change("p" + item, units);
            figuresOf("p" + item).add(house.till.onHand("p" + item));
        }

        private void maybe() {
            while (rough && random.nextInt(4) == 0) {
                happen();
            }
        }

        private void cycle() {
            if (random.nextInt(4) == 0) {
                house.fuse = Fuse.after(random.nextInt(120));
            }
            survived(() -> {
                Map<String, Integer> now = new HashMap<>();
                figures.forEach((item, all) -> now.put(item, all.size() - 1));
                Path file = random.nextInt(4) == 0 ? house.plan() : house.cycle();
                readBegan.put(
                        "gid://tallyport/StockPlan/"
                                + house.files.open(file).header().id(),
                        now);
                house.apply(file);
            });
        }

        private void survived(Runnable work) {
            try {
                work.run();
            } catch (Fuse.Killed killed) {
                house.spools.kill();
                // A read that was cut off and is gone on with began earlier than the next plan does.
                house.clock.advance(Duration.ofMinutes(61));
            } catch (PortException failed) {
                assertThat(failed.kind()).isNotEqualTo(PortException.Kind.CONFLICT);
                house.clock.advance(Duration.ofMinutes(61));
            } finally {
                house.fuse = Fuse.never();
                house.clock.advance(Duration.ofSeconds(16));
            }
        }

        private void quiet() {
            for (int round = 0; round < QUIET_ROUNDS; round++) {
                Path file = house.plan();
                if (house.files.open(file).counts().changes() == 0) {
                    for (int i = 0; i < ITEMS; i++) {
                        Quantity wanted = SourceStock.wanted(house.till.onHand("p" + i));
                        assertThat(house.web.available("w" + i))
                                .as("S" + i + " of seed " + seed)
                                .isEqualTo(wanted);
                    }
                    return;
                }
                survived(() -> house.apply(file));
                house.clock.advance(Duration.ofMinutes(61));
            }
            throw new AssertionError("seed " + seed + " never comes to rest: " + house.rows(house.plan()));
        }

        private void check(StockWrite write) {
            Map<String, Integer> from = readBegan.getOrDefault(write.reference(), Map.of());
            for (StockWrite.Line line : write.lines()) {
                String item = line.item().value().replace('w', 'p');
                List<Quantity> all = figuresOf(item);
                Quantity highest = all.subList(from.getOrDefault(item, 0), all.size()).stream()
                        .map(SourceStock::wanted)
                        .max(Quantity::compareTo)
                        .orElseThrow();
                assertThat(Quantity.of(line.to()))
                        .as(line + " of seed " + seed + ", the POS had " + all)
                        .isLessThanOrEqualTo(highest);
            }
        }

        /** Levels that move while they are read. */
        private final class Moving extends ForwardingSource {

            Moving(InventorySource real) {
                super(real);
            }

            @Override
            public LevelPage levels(ExternalId location, Optional<Cursor> cursor) {
                maybe();
                return super.levels(location, cursor);
            }

            @Override
            public LevelPage changedSince(ExternalId location, Watermark since, Optional<Cursor> cursor) {
                maybe();
                LevelPage page = super.changedSince(location, since, cursor);
                maybe();
                return page;
            }

            @Override
            public List<StockLevel> levelsOf(ExternalId location, Collection<ExternalId> wanted) {
                maybe();
                return super.levelsOf(location, wanted);
            }
        }

        /** Writes that are lost on their way, whose answer is lost, or that arrive late. */
        private final class Rough extends ForwardingSink {

            Rough(InventorySink real) {
                super(real);
            }

            @Override
            public int maxLines() {
                return 3;
            }

            @Override
            public SetOutcome set(StockWrite write, String key) {
                check(write);
                maybe();
                int fate = rough ? random.nextInt(12) : 11;
                if (fate == 0) {
                    throw new PortException.Transient(FailureContext.of("set"), "busy", null);
                }
                if (fate == 1) {
                    onTheWay.add(() -> super.set(write, key));
                }
                if (fate == 2) {
                    super.set(write, key);
                }
                if (fate <= 3) {
                    throw new PortException.UnknownOutcome(FailureContext.of("set"), "no answer", null);
                }
                return super.set(write, key);
            }
        }
    }
}
