package io.tallyport.core.purchasing.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.FaultyTill;
import io.tallyport.core.consignment.InMemoryConsignments;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.ChangePurchaseOrder.LineChange;
import io.tallyport.core.purchasing.Orders;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseEvent;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.PurchaseState;
import io.tallyport.core.purchasing.sync.FaultyStores.Place;
import io.tallyport.core.purchasing.sync.FaultyStores.Unit;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A sync that is stopped between any two calls of its stores, one stop after the other, and goes on from what they hold. */
class SyncStoppedTest {

    /** What the order is at when it is stopped. */
    private enum Task {
        CARRY_OVER,
        CHANGE,
        CALL_OFF
    }

    /** Lets a sync come to a certain point, and notes the points it comes by. */
    private static final class Journey implements FaultyStores.Fate {

        private final int killedAt;
        private final int strangeUnit;
        private final Unit way;
        private final List<String> points = new ArrayList<>();
        private int units;

        private Journey(int killedAt, int strangeUnit, Unit way) {
            this.killedAt = killedAt;
            this.strangeUnit = strangeUnit;
            this.way = way;
        }

        static Journey undisturbed() {
            return new Journey(-1, -1, Unit.WELL);
        }

        static Journey killedAt(int point) {
            return new Journey(point, -1, Unit.WELL);
        }

        static Journey withUnit(int number, Unit way) {
            return new Journey(-1, number, way);
        }

        @Override
        public void at(String point, boolean inUnit) {
            points.add(point);
            if (points.size() - 1 == killedAt) {
                throw new FaultyTill.Killed();
            }
        }

        @Override
        public Unit unit() {
            units++;
            return units - 1 == strangeUnit ? way : Unit.WELL;
        }
    }

    /** A house with an order that is about to be synced. */
    private static final class Case {

        private final PurchaseHouse house = new PurchaseHouse();
        private final Task task;
        private final PurchaseOrderId id;

        Case(Task task) {
            this.task = task;
            id = house.approved(Orders.draft(
                            Orders.line("MUG", "4", "1.25"), Orders.line("CUP", "2.5"), Orders.line("JUG", "1")))
                    .id();
            if (task != Task.CARRY_OVER) {
                house.sync().sync(id, "worker");
            }
            if (task == Task.CHANGE) {
                LineChange change = new LineChange(new Sku("MUG"), Quantity.of(6), Optional.empty());
                house.change().change(id, List.of(change), PurchaseHouse.ACTOR);
            }
            if (task == Task.CALL_OFF) {
                house.cancel().cancel(id, PurchaseHouse.ACTOR);
            }
        }

        SyncPurchaseOrder.Result sync(Place place, FaultyStores.Fate fate) {
            return new FaultyStores(house, place, fate)
                    .sync(PurchaseHouse.Ports.of(house))
                    .sync(id, "worker");
        }

        /** The next worker brings it to its end, and there never was a second consignment. */
        void ends() {
            SyncPurchaseOrder.Result result = house.sync().sync(id, "next");
            for (int tries = 0; result.ending() == SyncPurchaseOrder.Ending.WAITING && tries < 3; tries++) {
                house.clock.set(result.again().orElseThrow());
                result = house.sync().sync(id, "next");
            }
            assertThat(result.ending()).as(result.message()).isEqualTo(SyncPurchaseOrder.Ending.IN_STEP);
            PurchaseOrder order = house.order(id);
            assertThat(order.syncDue()).isFalse();
            assertThat(order.hold()).isEmpty();
            assertThat(house.shop.ids()).hasSize(1);
            if (task == Task.CALL_OFF) {
                assertThat(order.state()).isEqualTo(PurchaseState.CANCELLED);
                assertThat(house.shop.live()).isEmpty();
            } else {
                assertThat(order.state()).isEqualTo(PurchaseState.SUBMITTED);
                SyncFaultsTest.assertExact(house, order);
            }
        }
    }

    private static Journey undisturbed(Task task, Place place) {
        Journey journey = Journey.undisturbed();
        assertThat(new Case(task).sync(place, journey).ending()).isEqualTo(SyncPurchaseOrder.Ending.IN_STEP);
        return journey;
    }

    private static Stream<Place> places() {
        return Arrays.stream(Place.values());
    }

    @TestFactory
    Stream<DynamicTest> killedBetweenAnyTwoCallsOfTheStoresItGoesOn() {
        return places().flatMap(place -> Arrays.stream(Task.values()).flatMap(task -> {
            List<String> points = undisturbed(task, place).points;
            return IntStream.range(0, points.size())
                    .mapToObj(point -> DynamicTest.dynamicTest(
                            task + ", orders " + place + ", " + point + " " + points.get(point), () -> {
                                Case one = new Case(task);
                                assertThatThrownBy(() -> one.sync(place, Journey.killedAt(point)))
                                        .isInstanceOf(FaultyTill.Killed.class);
                                one.ends();
                            }));
        }));
    }

    @TestFactory
    Stream<DynamicTest> howeverAnyUnitOfWorkEndsItGoesOn() {
        return places().flatMap(place -> Arrays.stream(Task.values()).flatMap(task -> {
            int units = undisturbed(task, place).units;
            return IntStream.range(0, units)
                    .boxed()
                    .flatMap(unit -> Arrays.stream(Unit.values())
                            .map(way -> DynamicTest.dynamicTest(
                                    task + ", orders " + place + ", unit " + unit + " " + way,
                                    () -> goesOn(new Case(task), place, Journey.withUnit(unit, way)))));
        }));
    }

    private static void goesOn(Case one, Place place, Journey journey) {
        try {
            one.sync(place, journey);
        } catch (PortException told) {
            // The job is tried again, from what is stored; whether all of it is, is the question.
            assertThat(told.kind())
                    .isIn(
                            PortException.Kind.TRANSIENT,
                            PortException.Kind.UNKNOWN_OUTCOME,
                            PortException.Kind.CONFLICT);
        }
        one.ends();
    }

    @Test
    void thePointsAreThoseAroundEachStepOfAWrite() {
        Set<String> points = new HashSet<>(undisturbed(Task.CARRY_OVER, Place.BESIDE_THE_REST).points);

        assertThat(points)
                .contains(
                        "before IntentJournal.record",
                        "after IntentJournal.record",
                        "before IntentJournal.settle",
                        "after IntentJournal.settle",
                        "before PurchaseOrderStore.replace",
                        "after PurchaseOrderStore.replace",
                        "before PurchaseLog.append",
                        "after PurchaseLog.append",
                        "before a unit",
                        "after a unit");
    }

    @TestFactory
    Stream<DynamicTest> bodiesThatRunTwiceNeedNoSecondSync() {
        return Arrays.stream(Task.values())
                .map(task -> DynamicTest.dynamicTest(task.name(), () -> {
                    Case one = new Case(task);

                    SyncPurchaseOrder.Result result = one.sync(Place.BESIDE_THE_REST, new FaultyStores.Fate() {
                        @Override
                        public void at(String point, boolean inUnit) {}

                        @Override
                        public Unit unit() {
                            return Unit.RUN_AGAIN;
                        }
                    });

                    assertThat(result.ending()).isEqualTo(SyncPurchaseOrder.Ending.IN_STEP);
                    one.ends();
                }));
    }

    @Test
    void whatAnotherWorkerMakesWhileOneLooksIsNotTakenForAStrangers() {
        PurchaseHouse house = new PurchaseHouse(new InMemoryConsignments());
        PurchaseOrderId id =
                house.approved(Orders.draft(Orders.line("MUG", "4"))).id();
        PurchaseHouse.Ports real = PurchaseHouse.Ports.of(house);
        List<SyncPurchaseOrder.Result> others = new ArrayList<>();
        ConsignmentSource interrupted = (ConsignmentSource) Proxy.newProxyInstance(
                ConsignmentSource.class.getClassLoader(),
                new Class<?>[] {ConsignmentSource.class},
                (it, method, args) -> {
                    if (method.getName().equals("withReference") && others.isEmpty()) {
                        others.add(house.sync().sync(id, "other"));
                    }
                    return method.invoke(real.source(), args);
                });

        assertThatThrownBy(
                        () -> house.sync(new PurchaseHouse.Ports(interrupted, real.sink(), real.lines(), real.lookup()))
                                .sync(id, "worker"))
                .isInstanceOfSatisfying(
                        PortException.Conflict.class,
                        outrun -> assertThat(outrun.context().code()).contains(PurchaseErrors.CHANGED));

        assertThat(house.order(id).hold()).isEmpty();
        assertThat(house.stores.log().of(id)).extracting(PurchaseEvent::kind).doesNotContain(PurchaseEvent.Kind.HELD);
        assertThat(house.sync().sync(id, "worker").ending()).isEqualTo(SyncPurchaseOrder.Ending.IN_STEP);
        SyncFaultsTest.assertExact(house, house.order(id));
    }
}
