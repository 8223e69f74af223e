package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.MergePolicy;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.UnitOfWork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Units in = units out + what is left, on both sides, whatever is sold, lost, late or killed in between: over many seeded
 * histories, each of which ends in quiet.
 */
class MergeConservationTest {

    private static final int ITEMS = 4;
    private static final int STEPS = 25;
    private static final int QUIET_ROUNDS = 40;
    private static final long HISTORIES = Boolean.getBoolean("tallyport.thorough") ? 2_000 : 100;

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> nothingIsLostAndNothingIsDoubled() {
        return Stream.of(false, true)
                .flatMap(exact -> Stream.of(false, true)
                        .flatMap(stale ->
                                Stream.of(Baseline.values()).map(baseline -> histories(exact, stale, baseline))));
    }

    private DynamicTest histories(boolean exact, boolean staleReplays, Baseline baseline) {
        String name = (exact ? "exact till" : "till without levels below zero")
                + (staleReplays ? ", repetitions answered stale, " : ", ")
                + baseline;
        return DynamicTest.dynamicTest(name, () -> {
            for (long seed = 0; seed < HISTORIES; seed++) {
                new History(seed, exact, staleReplays, baseline).run();
            }
        });
    }

    private final class History {

        private final long seed;
        private final StockHouse house = new StockHouse(directory);
        private final MergeWorld world;
        private final Baseline baseline;
        private final boolean sourceWins;

        History(long seed, boolean exact, boolean staleReplays, Baseline baseline) {
            this.seed = seed;
            this.baseline = baseline;
            this.sourceWins = baseline == Baseline.SOURCE_WINS;
            for (int i = 0; i < ITEMS; i++) {
                house.till.stock("p" + i, "S" + i, "" + (3 + i));
                house.web.stock("w" + i, "S" + i, "" + (sourceWins ? 1 : 3 + 2 * i));
            }
            this.world = new MergeWorld(seed, house.till, house.web, ITEMS, exact, staleReplays);
            for (int i = 0; i < ITEMS && sourceWins; i++) {
                world.owes(i, Quantity.of(2 + i));
            }
            house.merging(new RoutePolicy(
                    MergePolicy.MERGE_DELTAS,
                    WebOrders.NEVER_AT_POS,
                    1_000,
                    new BlastRadius(100, 1000, 1000, 0),
                    RoutePolicy.DEFAULT_PLAN_LIFETIME,
                    SkuScope.ALL));
            house.pos = world.tillReads();
            house.shop = world.webReads();
            house.sink = world.webWrites();
            house.adjuster = java.util.Optional.of(world.tillWrites());
            UnitOfWork real = house.unitOfWork;
            house.unitOfWork = new UnitOfWork() {
                @Override
                public <T> T inOne(Supplier<T> body) {
                    return house.fuse.guard(UnitOfWork.class, real).inOne(body);
                }
            };
        }

        void run() {
            begin();
            for (int step = 0; step < STEPS; step++) {
                world.happen();
                if (world.random.nextInt(3) == 0) {
                    cycle(world.random.nextInt(3) == 0);
                }
            }
            world.calm();
            quiet();
            check();
        }

        /** The baseline is read in quiet; from its approval on everything may go wrong. */
        private void begin() {
            Path file = house.baseline(baseline);
            house.approve(file);
            world.storm();
            for (int round = 0; round < QUIET_ROUNDS && !isBegun(); round++) {
                survived(() -> house.apply(file));
            }
            assertThat(isBegun()).as("begun in seed " + seed).isTrue();
        }

        private boolean isBegun() {
            return house.merge
                            .levels()
                            .of(
                                    StockHouse.ROUTE,
                                    IntStream.range(0, ITEMS)
                                            .mapToObj(i -> new ExternalId("w" + i))
                                            .toList())
                            .size()
                    == ITEMS;
        }

        private void cycle(boolean killed) {
            if (killed) {
                house.fuse = Fuse.after(world.random.nextInt(200));
            }
            survived(() -> house.apply(world.random.nextInt(4) == 0 ? house.plan() : house.cycle()));
            house.fuse = Fuse.never();
            if (world.random.nextInt(3) == 0) {
                house.clock.advance(Duration.ofMinutes(world.random.nextInt(90)));
            }
            person();
        }

        /** Runs it; a kill, or a port that failed, is what histories are made of. */
        private void survived(Runnable work) {
            try {
                work.run();
            } catch (Fuse.Killed killed) {
                house.spools.kill();
            } catch (PortException failed) {
                assertThat(failed.kind()).isNotEqualTo(PortException.Kind.CONFLICT);
            } finally {
                house.fuse = Fuse.never();
                house.clock.advance(Duration.ofSeconds(16));
            }
        }

        /** Somebody who can find out what really happened settles what nothing else can. */
        private void person() {
            for (SettleMerge.Unsettled each : house.settleMerge().of(StockHouse.ROUTE)) {
                var intent = house.intents.find(each.intent()).orElseThrow();
                if (each.waits() && intent.operation().equals(MergeBook.SET) && !world.isOnTheWay(intent.key())) {
                    house.settleMerge()
                            .settle(StockHouse.ROUTE, each.intent(), world.isDone(intent.key()), "owner", "looked");
                }
            }
        }

        private void quiet() {
            for (int round = 0; round < QUIET_ROUNDS; round++) {
                Path file = house.plan();
                if (house.files.open(file).counts().changes() == 0) {
                    return;
                }
                survived(() -> house.apply(file));
                person();
                // A read that was cut off is begun anew, and not gone on with, after an hour.
                house.clock.advance(Duration.ofMinutes(61));
            }
            throw new AssertionError("seed " + seed + " never comes to rest: " + house.rows(house.plan()));
        }

        private void check() {
            assertThat(house.merge.open().of(StockHouse.ROUTE)).isEmpty();
            assertThat(world.phantoms()).as("seed " + seed).isEmpty();
            for (int i = 0; i < ITEMS; i++) {
                Quantity till = Quantity.of(3 + i).plus(world.moved(i));
                Quantity web = Quantity.of(sourceWins ? 3 + i : 3 + 2 * i).plus(world.moved(i));
                MergeLevel level = house.level("w" + i);
                String what = "S" + i + " of seed " + seed + ": " + level;
                assertThat(house.till.onHand("p" + i).plus(owed(level, i)))
                        .as(what)
                        .isEqualTo(till);
                assertThat(house.web.available("w" + i)).as(what).isEqualTo(web.roundDown());
            }
        }

        /** Only a till that keeps no level below zero may stay owed something at rest, and only below zero. */
        private Quantity owed(MergeLevel level, int item) {
            Quantity unread = house.web.available("w" + item).minus(level.target());
            Quantity owed = level.owedToSource().plus(unread);
            assertThat(world.exact && !owed.isZero())
                    .as("seed " + seed + ": " + level)
                    .isFalse();
            assertThat(owed.signum()).isLessThanOrEqualTo(0);
            assertThat(owed.isZero() || house.till.onHand("p" + item).signum() <= 0)
                    .isTrue();
            return owed;
        }
    }
}
