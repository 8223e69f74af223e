package io.tallyport.core.purchasing.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.Discrepancy;
import io.tallyport.core.purchasing.DiscrepancyStore;
import io.tallyport.core.purchasing.Orders;
import io.tallyport.core.purchasing.PurchaseEvent;
import io.tallyport.core.purchasing.PurchaseLine;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseState;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceivingTest {

    private final PurchaseHouse house = new PurchaseHouse();
    private PurchaseOrder order =
            house.approved(Orders.draft(Orders.line("MUG", "4", "1.25"), Orders.line("CUP", "2", "1")));
    private ExternalId there = new ExternalId("none");

    @BeforeEach
    void sync() {
        order = house.sync().sync(order.id(), "worker").order();
        there = order.link().orElseThrow().consignment();
    }

    private PurchaseOrder readBack() {
        return house.readBack().read(order.id(), "poll");
    }

    private Optional<Quantity> received(PurchaseOrder of, String sku) {
        return of.line(new Sku(sku)).map(PurchaseLine::received);
    }

    private SyncPurchaseOrder.Result receive(boolean complete, Map<Sku, Quantity> what) {
        return house.receive().receive(new ReceivePurchaseOrder.Request(order.id(), what, complete, "clerk"));
    }

    @Test
    void whatHasComeThereIsTakenInPartByPart() {
        house.shop.receive(there, PurchaseHouse.id("MUG"), Quantity.of(3));

        PurchaseOrder part = readBack();
        assertThat(part.state()).isEqualTo(PurchaseState.PARTIALLY_RECEIVED);
        assertThat(received(part, "MUG")).contains(Quantity.of(3));
        assertThat(received(part, "CUP")).contains(Quantity.ZERO);
        assertThat(house.stores.discrepancies().of(order.id())).isEmpty();

        house.shop.personSets(there, ConsignmentState.RECEIVED);
        PurchaseOrder all = readBack();
        assertThat(all.state()).isEqualTo(PurchaseState.RECEIVED);
        assertThat(house.stores.discrepancies().open(10))
                .extracting(DiscrepancyStore.Kept::discrepancy)
                .extracting(Discrepancy::kind, one -> one.sku().orElseThrow().value(), Discrepancy::found)
                .containsExactly(tuple(Discrepancy.Kind.SHORT, "MUG", "3"), tuple(Discrepancy.Kind.SHORT, "CUP", "0"));
        assertThat(house.shop.read(there).orElseThrow().lines()).hasSize(2);
    }

    @Test
    void moreThanOrderedOtherCostsAndUnexpectedItemsAreDiscrepancies() {
        house.shop.receive(there, PurchaseHouse.id("MUG"), Quantity.of(5));
        house.shop.personOrders(
                there, new LineOrder(PurchaseHouse.id("CUP"), Quantity.of(2), Optional.of(UnitCost.parse("1.10"))));
        house.shop.personOrders(there, new LineOrder(new ExternalId("i-?"), Quantity.of(1), Optional.empty()));

        readBack();
        readBack();

        assertThat(house.stores.discrepancies().open(10))
                .extracting(kept -> kept.discrepancy().kind())
                .containsExactlyInAnyOrder(
                        Discrepancy.Kind.OVER, Discrepancy.Kind.COST_DIFFERS, Discrepancy.Kind.UNEXPECTED_ITEM);
        assertThat(house.alerts()).hasSize(1);
    }

    @Test
    void aStatusThatWentBackIsAnAlertAndShownAndTheOrderStays() {
        house.shop.receive(there, PurchaseHouse.id("MUG"), Quantity.of(4));
        house.shop.personSets(there, ConsignmentState.RECEIVED);
        assertThat(readBack().state()).isEqualTo(PurchaseState.RECEIVED);

        house.shop.personSets(there, ConsignmentState.SENT);
        PurchaseOrder back = readBack();
        readBack();

        assertThat(back.state()).isEqualTo(PurchaseState.RECEIVED);
        assertThat(back.link().orElseThrow().regressed()).isTrue();
        assertThat(house.alerts())
                .filteredOn(alert -> alert.code().equals(Optional.of("TP143")))
                .hasSize(1);
        assertThat(house.order(order.id()).link().orElseThrow().regressed()).isTrue();
        house.shop.personSets(there, ConsignmentState.RECEIVED);
        assertThat(readBack().link().orElseThrow().regressed()).isFalse();
    }

    @Test
    void aStatusThatNobodyKnowsChangesNothing() {
        house.shop.personSets(there, ConsignmentState.UNKNOWN);

        PurchaseOrder read = readBack();

        assertThat(read.state()).isEqualTo(PurchaseState.SUBMITTED);
        assertThat(read.link().orElseThrow().status().raw()).isEqualTo("by hand: UNKNOWN");
        assertThat(house.alerts()).isEmpty();
    }

    @Test
    void oneThatIsCalledOffThereIsCancelledHereWithAnAlert() {
        house.shop.personSets(there, ConsignmentState.CANCELLED);

        assertThat(readBack().state()).isEqualTo(PurchaseState.CANCELLED);
        assertThat(house.alerts()).extracting(PurchaseEvent::code).containsExactly(Optional.of("TP137"));
    }

    @Test
    void changesAreFollowedByCursorAndTheSameHintTwiceDoesNoHarm() {
        var first = house.readBack().changedSince(Orders.TILL, Optional.empty(), "poll");
        assertThat(first.orders()).extracting(PurchaseOrder::id).containsExactly(order.id());
        house.shop.receive(there, PurchaseHouse.id("MUG"), Quantity.of(1));

        var second = house.readBack().changedSince(Orders.TILL, Optional.of(first.next()), "poll");
        var again = house.readBack().changedSince(Orders.TILL, Optional.of(first.next()), "poll");

        assertThat(second.orders().get(0).state()).isEqualTo(PurchaseState.PARTIALLY_RECEIVED);
        assertThat(again.orders().get(0).lines())
                .isEqualTo(second.orders().get(0).lines());
        assertThat(house.readBack()
                        .changedSince(Orders.TILL, Optional.of(second.next()), "poll")
                        .orders())
                .isEmpty();
        assertThat(house.readBack().read(Orders.TILL, new ExternalId("c-none"), "hook"))
                .isEmpty();
    }

    @Test
    void receivingFromHereSetsQuantitiesAndEndsTheOrder() {
        SyncPurchaseOrder.Result part = receive(false, Map.of(new Sku("MUG"), Quantity.of(3)));
        receive(false, Map.of(new Sku("MUG"), Quantity.of(3)));

        assertThat(part.order().state()).isEqualTo(PurchaseState.PARTIALLY_RECEIVED);
        Consignment now = house.shop.read(there).orElseThrow();
        assertThat(now.line(PurchaseHouse.id("MUG")).orElseThrow().received()).contains(Quantity.of(3));
        assertThat(now.line(PurchaseHouse.id("CUP")).orElseThrow().received()).isEmpty();

        SyncPurchaseOrder.Result rest = receive(true, Map.of(new Sku("CUP"), Quantity.of(2)));

        assertThat(rest.order().state()).isEqualTo(PurchaseState.RECEIVED);
        assertThat(house.shop.read(there).orElseThrow().lines()).hasSize(2);
        assertThat(house.stores.discrepancies().open(10))
                .extracting(kept -> kept.discrepancy().kind())
                .containsExactly(Discrepancy.Kind.SHORT);
    }

    @Test
    void whatIsNotInTheOrderAndNothingAtAllAreRefused() {
        assertThatThrownBy(() -> receive(false, Map.of(new Sku("JUG"), Quantity.of(1))))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining("JUG");
        assertThatThrownBy(() -> receive(true, Map.of(new Sku("MUG"), Quantity.ZERO)))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining("nothing has come");
        assertThat(house.shop.read(there).orElseThrow().state()).isEqualTo(ConsignmentState.SENT);
    }
}
