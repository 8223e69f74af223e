package io.tallyport.core.purchasing.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentAbilities;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.ConsignmentLineSink;
import io.tallyport.core.consignment.ConsignmentSink;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.FaultyTill;
import io.tallyport.core.consignment.InMemoryConsignments;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.purchasing.ChangePurchaseOrder.LineChange;
import io.tallyport.core.purchasing.Orders;
import io.tallyport.core.purchasing.PurchaseLine;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.PurchaseState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever goes wrong on the way, and however often: one live consignment, with exactly the order's lines. */
class SyncFaultsTest {

    private static final int TRIES = 60;

    /** A line was changed and changed back: the write back did nothing, and was taken for the one that had been seen before. */
    private static final long ONCE_FAILED = 658;

    private static Stream<DynamicTest> each(LongConsumer check) {
        LongStream seeds = LongStream.range(0, Boolean.getBoolean("tallyport.thorough") ? 2_000 : 150);
        return LongStream.concat(LongStream.of(ONCE_FAILED), seeds)
                .mapToObj(seed -> DynamicTest.dynamicTest("schedule " + seed, () -> check.accept(seed)));
    }

    @TestFactory
    Stream<DynamicTest> oneLiveConsignmentWithExactlyTheOrdersLines() {
        return each(seed -> carriedOver(seed, Optional.empty()));
    }

    @TestFactory
    Stream<DynamicTest> nothingIsLiveOfAnOrderThatWasCalledOffOnTheWay() {
        return each(seed -> calledOff(seed, Optional.empty()));
    }

    @TestFactory
    Stream<DynamicTest> theSameWhenTheStoresFailToo() {
        return each(seed -> carriedOver(seed, Optional.of(place(seed))));
    }

    @TestFactory
    Stream<DynamicTest> calledOffWhenTheStoresFailToo() {
        return each(seed -> calledOff(seed, Optional.of(place(seed))));
    }

    private static FaultyStores.Place place(long seed) {
        return seed % 2 == 0 ? FaultyStores.Place.BESIDE_THE_REST : FaultyStores.Place.ELSEWHERE;
    }

    private static void carriedOver(long seed, Optional<FaultyStores.Place> faulty) {
        Random random = new Random(seed * 31 + 7);
        PurchaseHouse house = new PurchaseHouse(new InMemoryConsignments(abilities(random)));
        PurchaseOrderId id =
                house.approved(Orders.draft(lines(2 + random.nextInt(8)))).id();
        World world = new World(house, seed, faulty);

        for (int tries = 0; tries < TRIES; tries++) {
            world.sync(id);
            if (random.nextInt(6) == 0) {
                change(house, id, random);
            }
            house.clock.advance(Duration.ofSeconds(random.nextInt(90)));
        }
        PurchaseOrder order = world.rest(id);

        assertThat(order.hold()).isEmpty();
        assertThat(order.state()).isEqualTo(PurchaseState.SUBMITTED);
        assertExact(house, order);
    }

    private static void calledOff(long seed, Optional<FaultyStores.Place> faulty) {
        Random random = new Random(seed * 17 + 3);
        PurchaseHouse house = new PurchaseHouse();
        PurchaseOrderId id = house.approved(Orders.draft(lines(3))).id();
        World world = new World(house, seed, faulty);
        int until = random.nextInt(8);
        for (int tries = 0; tries < until; tries++) {
            world.sync(id);
            house.clock.advance(Duration.ofSeconds(random.nextInt(90)));
        }

        house.cancel().cancel(id, PurchaseHouse.ACTOR);
        for (int tries = 0; tries < TRIES; tries++) {
            world.sync(id);
            house.clock.advance(Duration.ofSeconds(random.nextInt(90)));
        }
        PurchaseOrder order = world.rest(id);

        assertThat(order.state()).isEqualTo(PurchaseState.CANCELLED);
        assertThat(house.shop.live()).isEmpty();
    }

    private static ConsignmentAbilities abilities(Random random) {
        ConsignmentAbilities all = InMemoryConsignments.ALL;
        int bulk = List.of(0, 3, 500).get(random.nextInt(3));
        return new ConsignmentAbilities(
                all.kinds(), bulk, true, true, true, true, true, all.quantityPlaces(), all.costPlaces());
    }

    private static PurchaseLine[] lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Orders.line("S" + i, Integer.toString(i + 2), "1." + (i + 1)))
                .toArray(PurchaseLine[]::new);
    }

    private static void change(PurchaseHouse house, PurchaseOrderId id, Random random) {
        PurchaseOrder order = house.order(id);
        PurchaseLine line = order.lines().get(random.nextInt(order.lines().size()));
        house.change()
                .change(
                        id,
                        List.of(new LineChange(line.sku(), Quantity.of(1 + random.nextInt(20)), Optional.empty())),
                        PurchaseHouse.ACTOR);
    }

    static void assertExact(PurchaseHouse house, PurchaseOrder order) {
        List<Consignment> live = house.shop.live();
        assertThat(live).hasSize(1);
        assertThat(order.link().orElseThrow().consignment())
                .isEqualTo(live.get(0).id());
        assertThat(live.get(0).state()).isEqualTo(ConsignmentState.SENT);
        Map<ExternalId, Quantity> there = new HashMap<>();
        for (ConsignmentLine line : live.get(0).lines()) {
            there.put(line.product(), line.ordered());
        }
        Map<ExternalId, Quantity> wanted = new HashMap<>();
        order.lines().forEach(line -> wanted.put(PurchaseHouse.id(line.sku().value()), line.ordered()));
        assertThat(there).isEqualTo(wanted);
    }

    /** Workers that die and come again over a till that fails. */
    private static final class World implements FaultyStores.Fate {

        /** A sync comes by a hundred points or so. */
        private static final int POINTS = 200;

        private static final int UNITS = 20;

        private final PurchaseHouse house;
        private final FaultyTill till;
        private final Optional<FaultyStores.Place> faulty;
        private final Random random;
        private PurchaseOrderId now = new PurchaseOrderId("none");

        /**
         * A world.
         *
         * @param faulty where the orders are whose stores fail; empty where no store does
         */
        World(PurchaseHouse house, long seed, Optional<FaultyStores.Place> faulty) {
            this.house = house;
            this.till = new FaultyTill(house.clock, seed, () -> attempt(now));
            this.faulty = faulty;
            this.random = new Random(seed * 13 + 5);
        }

        @Override
        public void at(String point, boolean inUnit) {
            int drawn = random.nextInt(POINTS);
            if (drawn == 0) {
                throw new FaultyTill.Killed();
            }
            if (drawn == 1 && !inUnit) {
                till.another();
            }
        }

        @Override
        public FaultyStores.Unit unit() {
            FaultyStores.Unit[] ways = FaultyStores.Unit.values();
            return random.nextInt(UNITS) == 0 ? ways[random.nextInt(ways.length)] : FaultyStores.Unit.WELL;
        }

        private PurchaseHouse.Ports ports() {
            PurchaseHouse.Ports real = PurchaseHouse.Ports.of(house);
            return new PurchaseHouse.Ports(
                    till.guard(ConsignmentSource.class, real.source(), false),
                    till.guard(ConsignmentSink.class, real.sink(), true),
                    till.guard(ConsignmentLineSink.class, real.lines(), true),
                    real.lookup());
        }

        private SyncPurchaseOrder worker() {
            return faulty.map(place -> new FaultyStores(house, place, this).sync(ports()))
                    .orElseGet(() -> house.sync(ports()));
        }

        void sync(PurchaseOrderId id) {
            now = id;
            attempt(id);
        }

        private void attempt(PurchaseOrderId id) {
            try {
                worker().sync(id, "worker");
            } catch (PortException | FaultyTill.Killed failed) {
                // The next try begins where the stores stand; what it finds is what counts.
                house.clock.advance(Duration.ofMillis(1));
            }
        }

        /** Everything under way has landed, the changes were read back, and a worker finds time to finish. */
        PurchaseOrder rest(PurchaseOrderId id) {
            till.calmDown();
            house.readBack().changedSince(Orders.TILL, Optional.empty(), "poll");
            SyncPurchaseOrder.Result result = house.sync().sync(id, "worker");
            for (int tries = 0; result.ending() == SyncPurchaseOrder.Ending.WAITING && tries < 9; tries++) {
                house.clock.set(result.again().orElseThrow());
                result = house.sync().sync(id, "worker");
            }
            assertThat(result.ending()).as(result.message()).isEqualTo(SyncPurchaseOrder.Ending.IN_STEP);
            return house.order(id);
        }
    }
}
