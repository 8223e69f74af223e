package io.tallyport.core.counting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentLineSink;
import io.tallyport.core.consignment.ConsignmentSink;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.CountSink;
import io.tallyport.core.consignment.FaultyTill;
import io.tallyport.core.counting.CountResult.Ending;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever goes wrong on the way, and however often: one live count, completed at most once, and no stock but the counted changes. */
class CountFaultsTest {

    private static final int TRIES = 40;
    private static final ExternalId FOREIGN = CountingTill.item("FOREIGN");

    private static Stream<DynamicTest> each(LongConsumer check) {
        return LongStream.range(0, Boolean.getBoolean("tallyport.thorough") ? 2_000 : 150)
                .mapToObj(seed -> DynamicTest.dynamicTest("schedule " + seed, () -> check.accept(seed)));
    }

    @TestFactory
    Stream<DynamicTest> theCountedFiguresAreTheStockOnceAndNothingElseIs() {
        return each(CountFaultsTest::carriedThrough);
    }

    @TestFactory
    Stream<DynamicTest> aProductThatNobodyCountedKeepsItsStock() {
        return each(CountFaultsTest::withAForeignProduct);
    }

    @TestFactory
    Stream<DynamicTest> nothingIsLiveOfACountThatWasCalledOffOnTheWay() {
        return each(CountFaultsTest::calledOff);
    }

    private static void carriedThrough(long seed) {
        World world = new World(seed);
        for (int tries = 0; tries < TRIES; tries++) {
            world.attempt(world.random.nextInt(3) == 0 ? world::complete : world::start);
            world.pass();
        }
        world.till.calmDown();

        assertThat(world.rest(world::start).ending()).isIn(Ending.COUNTED, Ending.DONE);
        CountResult done = world.rest(world::complete);

        assertThat(done.ending()).as(done.message()).isEqualTo(Ending.DONE);
        assertThat(world.house.shop.completions()).isEqualTo(1);
        List<Consignment> live = world.house.shop.live();
        assertThat(live).hasSize(1);
        assertThat(live.get(0).state()).isEqualTo(ConsignmentState.COMPLETE);
        assertThat(done.consignment()).contains(live.get(0).id());
        Map<ExternalId, Quantity> wanted = world.stockBefore;
        world.count
                .lines()
                .forEach(line -> wanted.put(CountingTill.item(line.sku().value()), line.counted()));
        assertThat(world.house.shop.stock()).isEqualTo(wanted);
    }

    private static void withAForeignProduct(long seed) {
        World world = new World(seed);
        int until = world.random.nextInt(TRIES);
        boolean added = false;
        for (int tries = 0; tries < TRIES; tries++) {
            if (!added && tries >= until) {
                added = world.personAdds();
            }
            world.attempt(added && world.random.nextBoolean() ? world::complete : world::start);
            world.pass();
        }
        world.till.calmDown();
        if (!added) {
            world.rest(world::start);
            world.personAdds();
        }

        CountResult result = world.rest(world::complete);

        assertThat(result.ending()).isEqualTo(Ending.HELD);
        assertThat(result.code()).contains(CountErrors.OTHER_PRODUCTS);
        assertThat(world.house.shop.completions()).isZero();
        assertThat(world.house.shop.stock()).isEqualTo(world.stockBefore);
    }

    private static void calledOff(long seed) {
        World world = new World(seed);
        int until = world.random.nextInt(10);
        for (int tries = 0; tries < until; tries++) {
            world.attempt(world::start);
            world.pass();
        }
        for (int tries = 0; tries < TRIES; tries++) {
            world.attempt(world::cancel);
            world.pass();
        }
        world.till.calmDown();

        CountResult result = world.rest(world::cancel);

        assertThat(result.ending()).as(result.message()).isEqualTo(Ending.CALLED_OFF);
        assertThat(world.house.shop.live()).isEmpty();
        assertThat(world.house.shop.stock()).isEqualTo(world.stockBefore);
    }

    /** Workers that die and come again over a till that fails. */
    private static final class World {

        private final CountingTill house = new CountingTill();
        private final Random random;
        private final FaultyTill till;
        private final StockCount count;
        private final CountConsent consent;
        private final Map<ExternalId, Quantity> stockBefore;
        private Supplier<CountResult> other = this::start;

        World(long seed) {
            random = new Random(seed * 31 + 7);
            List<CountedLine> lines = new ArrayList<>();
            int lineCount = 2 + random.nextInt(8);
            int zeroed = 0;
            for (int i = 0; i < lineCount; i++) {
                long level = random.nextInt(30);
                long counted = random.nextInt(4) == 0 ? 0 : level + random.nextInt(5);
                zeroed += counted == 0 && level > 0 ? 1 : 0;
                house.stocks("S" + i, level);
                lines.add(CountingTill.line("S" + i, counted));
            }
            house.stocks("FOREIGN", 42).stocks("OTHER", 7);
            count = CountingTill.count(lines.toArray(CountedLine[]::new));
            consent = new CountConsent(zeroed, 0);
            stockBefore = house.shop.stock();
            till = new FaultyTill(house.clock, seed, () -> attempt(other));
        }

        private CountDesk desk() {
            return house.desk(List.of(
                    till.guard(ConsignmentSource.class, house.shop, false),
                    till.guard(ConsignmentSink.class, house.shop, true),
                    till.guard(ConsignmentLineSink.class, house.shop, true),
                    till.guard(CountSink.class, house.shop, true),
                    house.lookup(),
                    house.levels()));
        }

        CountResult start() {
            return new StartCount(desk()).start(count, "worker");
        }

        CountResult complete() {
            return new CompleteCount(desk()).complete(count, consent, "worker");
        }

        CountResult cancel() {
            return new CancelCount(desk()).cancel(CountingTill.ID, CountingTill.REFERENCE, "worker");
        }

        /** Somebody puts a product into the count that is under way. */
        boolean personAdds() {
            return house.shop.live().stream()
                    .filter(one -> one.state() == ConsignmentState.IN_PROGRESS_PROCESSED)
                    .findFirst()
                    .map(one -> {
                        house.shop.personAdds(one.id(), FOREIGN);
                        return true;
                    })
                    .orElse(false);
        }

        void attempt(Supplier<CountResult> what) {
            other = what;
            try {
                assertThat(what.get().message()).isNotEmpty();
            } catch (PortException | FaultyTill.Killed failed) {
                // The next try begins where the stores stand; what it finds is what counts.
                house.clock.advance(Duration.ofMillis(1));
            }
        }

        void pass() {
            house.clock.advance(Duration.ofSeconds(random.nextInt(90)));
        }

        /** Everything under way has landed, and somebody finds time to finish. */
        CountResult rest(Supplier<CountResult> what) {
            CountResult result = what.get();
            for (int tries = 0; result.ending() == Ending.WAITING && tries < 9; tries++) {
                house.clock.set(result.again().orElseThrow());
                result = what.get();
            }
            return result;
        }
    }
}
