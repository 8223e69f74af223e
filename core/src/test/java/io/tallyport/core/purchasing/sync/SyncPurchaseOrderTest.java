package io.tallyport.core.purchasing.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentAbilities;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.InMemoryConsignments;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.NewConsignment;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.ChangePurchaseOrder.LineChange;
import io.tallyport.core.purchasing.OrderDraft;
import io.tallyport.core.purchasing.OrderHold;
import io.tallyport.core.purchasing.Orders;
import io.tallyport.core.purchasing.PartnerKind;
import io.tallyport.core.purchasing.PartnerMapping;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseEvent;
import io.tallyport.core.purchasing.PurchaseLine;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.PurchasePolicy;
import io.tallyport.core.purchasing.PurchaseState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SyncPurchaseOrderTest {

    private static final String BY = "worker";

    private final PurchaseHouse house = new PurchaseHouse();

    private PurchaseOrder approved(PurchaseLine... lines) {
        return house.approved(Orders.draft(lines));
    }

    private PurchaseOrder mugsAndCups() {
        return approved(Orders.line("MUG", "4", "1.25"), Orders.line("CUP", "2.5"));
    }

    private PurchaseOrder synced() {
        PurchaseOrder order = mugsAndCups();
        SyncPurchaseOrder.Result result = house.sync().sync(order.id(), BY);
        assertThat(result.ending()).as(result.message()).isEqualTo(SyncPurchaseOrder.Ending.IN_STEP);
        return result.order();
    }

    private Consignment only() {
        assertThat(house.shop.live()).hasSize(1);
        return house.shop.live().get(0);
    }

    private static LineOrder wanted(String sku, String quantity, String cost) {
        return new LineOrder(PurchaseHouse.id(sku), Quantity.parse(quantity), Optional.of(UnitCost.parse(cost)));
    }

    private void isHeld(PurchaseOrderId id, String code, String... words) {
        SyncPurchaseOrder.Result result = house.sync().sync(id, BY);
        assertThat(result.ending()).isEqualTo(SyncPurchaseOrder.Ending.HELD);
        assertThat(house.order(id).hold().map(OrderHold::code)).contains(code);
        assertThat(house.order(id).hold().orElseThrow().reason()).contains(words);
    }

    @Test
    void anApprovedOrderBecomesASentConsignmentAndIsLinked() {
        PurchaseOrder order = synced();

        Consignment there = only();
        assertThat(there.state()).isEqualTo(ConsignmentState.SENT);
        assertThat(there.header().reference()).contains(order.id().value());
        assertThat(there.header().supplier()).contains(new ExternalId("s-1"));
        assertThat(there.header().note()).startsWith("spring ");
        assertThat(there.lines())
                .extracting(ConsignmentLine::product, ConsignmentLine::ordered)
                .containsExactly(
                        tuple(PurchaseHouse.id("MUG"), Quantity.of(4)),
                        tuple(PurchaseHouse.id("CUP"), Quantity.parse("2.5")));
        assertThat(order.state()).isEqualTo(PurchaseState.SUBMITTED);
        assertThat(order.syncDue()).isFalse();
        assertThat(order.link().orElseThrow().consignment()).isEqualTo(there.id());
        assertThat(house.stores.log().of(order.id()))
                .extracting(PurchaseEvent::kind)
                .containsExactly(
                        PurchaseEvent.Kind.CREATED,
                        PurchaseEvent.Kind.APPROVED,
                        PurchaseEvent.Kind.LINKED,
                        PurchaseEvent.Kind.READ,
                        PurchaseEvent.Kind.SYNCED);
    }

    @Test
    void twiceIsOnceAndWritesNothing() {
        PurchaseOrder order = synced();
        int before = house.journal.ofOwner("po:" + order.id()).size();

        SyncPurchaseOrder.Result again = house.sync().sync(order.id(), BY);

        assertThat(again.ending()).isEqualTo(SyncPurchaseOrder.Ending.IN_STEP);
        assertThat(house.journal.ofOwner("po:" + order.id())).hasSize(before);
        assertThat(only().lines()).hasSize(2);
    }

    @Test
    void aDraftIsNotCarriedOver() {
        PurchaseOrder draft = house.stores.orders().add(Orders.draft(Orders.line("MUG", "1")), BY, PurchaseHouse.START);

        assertThatThrownBy(() -> house.sync().sync(draft.id(), BY))
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(PurchaseErrors.WRONG_STATE));
        assertThat(house.shop.live()).isEmpty();
    }

    @Test
    void oneUnknownSkuHoldsTheWholeOrderAndIsNamed() {
        PurchaseOrder order = mugsAndCups();
        house.items.remove(new Sku("CUP"));

        isHeld(order.id(), "LS002", "CUP (no item)");

        assertThat(house.shop.live()).isEmpty();
        assertThat(house.order(order.id()).state()).isEqualTo(PurchaseState.APPROVED);
        house.item("CUP");
        assertThat(house.sync().sync(order.id(), BY).order().hold()).isEmpty();
        assertThat(only().lines()).hasSize(2);
    }

    @Test
    void aSkuOfTwoItemsHoldsTheOrderUntilAPersonSaysWhich() {
        PurchaseOrder order = mugsAndCups();
        house.item("CUP", "i-other");

        isHeld(order.id(), "LS002", "CUP (2 items)");

        house.stores
                .partners()
                .put(new PartnerMapping(Orders.TILL, PartnerKind.ITEM, "CUP", new ExternalId("i-other")));
        assertThat(house.sync().sync(order.id(), BY).order().hold()).isEmpty();
        assertThat(only().line(new ExternalId("i-other"))).isPresent();
    }

    @Test
    void twoSkusOfOneItemHoldTheOrder() {
        PurchaseOrder order = mugsAndCups();
        house.items.put(new Sku("CUP"), Set.of(PurchaseHouse.id("MUG")));

        isHeld(order.id(), "LS002", "CUP (the same item as MUG)");
    }

    @Test
    void anUnmappedSupplierOrOutletIsNeverGuessed() {
        PurchaseOrder order = mugsAndCups();
        house.stores.partners().remove(Orders.TILL, PartnerKind.SUPPLIER, "Acme");

        isHeld(order.id(), "TP132", "supplier \"Acme\"");

        house.stores.partners().put(new PartnerMapping(Orders.TILL, PartnerKind.SUPPLIER, "Acme", new ExternalId("s")));
        house.stores.partners().remove(Orders.TILL, PartnerKind.OUTLET, "Main");
        isHeld(order.id(), "TP132", "outlet \"Main\"");
        assertThat(house.shop.live()).isEmpty();
    }

    @Test
    void figuresThatThePlatformCannotKeepHoldTheOrder() {
        PurchaseOrder order = approved(Orders.line("MUG", "1", "0.1234567"));

        isHeld(order.id(), "TP139", "MUG (1 at 0.1234567)");
        assertThat(house.shop.live()).isEmpty();
    }

    @Test
    void aConsignmentOfSomebodyElseWithTheReferenceIsNotTouched() {
        PurchaseOrder order = mugsAndCups();
        ExternalId foreign = house.shop.create(new NewConsignment(
                ConsignmentKind.SUPPLIER,
                new ExternalId("o-1"),
                Optional.empty(),
                Optional.of(new ExternalId("s-1")),
                order.id().value(),
                "by hand",
                "x"));

        isHeld(order.id(), "TP135", foreign.value());
        assertThat(only().lines()).isEmpty();

        house.shop.personSets(foreign, ConsignmentState.CANCELLED);
        assertThat(house.sync().sync(order.id(), BY).ending()).isEqualTo(SyncPurchaseOrder.Ending.IN_STEP);
        assertThat(only().lines()).hasSize(2);
    }

    @Test
    void aTransferGoesFromOutletToOutlet() {
        house.item("MUG");
        PurchaseOrder order = house.approved(new OrderDraft(
                Optional.empty(),
                Orders.TILL,
                ConsignmentKind.OUTLET,
                "Branch",
                "Main",
                "",
                List.of(Orders.line("MUG", "3"))));

        house.sync().sync(order.id(), BY);

        assertThat(only().header().kind()).isEqualTo(ConsignmentKind.OUTLET);
        assertThat(only().header().sourceOutlet()).contains(new ExternalId("o-2"));
        assertThat(only().header().outlet()).isEqualTo(new ExternalId("o-1"));
        assertThat(only().header().supplier()).isEmpty();
    }

    @Test
    void aChangeAfterApprovalIsCarriedOver() {
        PurchaseOrder order = synced();
        house.item("JUG");

        house.change()
                .change(
                        order.id(),
                        List.of(
                                new LineChange(new Sku("MUG"), Quantity.of(6), Optional.of(UnitCost.parse("1.5"))),
                                new LineChange(new Sku("CUP"), Quantity.ZERO, Optional.empty()),
                                new LineChange(new Sku("JUG"), Quantity.of(1), Optional.empty())),
                        PurchaseHouse.ACTOR);
        assertThat(house.order(order.id()).syncDue()).isTrue();
        house.sync().sync(order.id(), BY);

        Consignment there = only();
        assertThat(wanted("MUG", "6", "1.5")
                        .isIn(there.line(PurchaseHouse.id("MUG")).orElseThrow()))
                .isTrue();
        assertThat(there.line(PurchaseHouse.id("CUP")).orElseThrow().ordered()).isEqualTo(Quantity.ZERO);
        assertThat(there.line(PurchaseHouse.id("JUG")).orElseThrow().ordered()).isEqualTo(Quantity.of(1));
        assertThat(house.order(order.id()).syncDue()).isFalse();
    }

    @Test
    void aChangeThatComesTooLateHoldsTheOrderAndIsNamed() {
        PurchaseOrder order = synced();
        house.change()
                .change(
                        order.id(),
                        List.of(new LineChange(new Sku("MUG"), Quantity.of(6), Optional.empty())),
                        PurchaseHouse.ACTOR);
        house.shop.receive(only().id(), PurchaseHouse.id("MUG"), Quantity.of(1));

        isHeld(order.id(), "TP138", "MUG to 6");

        assertThat(only().line(PurchaseHouse.id("MUG")).orElseThrow().ordered()).isEqualTo(Quantity.of(4));
    }

    @Test
    void whatSomebodyChangedThereIsToldAndNotOverwritten() {
        PurchaseOrder order = synced();
        house.shop.personOrders(only().id(), wanted("MUG", "9", "1.25"));
        house.shop.personOrders(only().id(), wanted("JUG", "1", "3"));

        SyncPurchaseOrder.Result result = house.sync().sync(order.id(), BY);

        assertThat(result.ending()).isEqualTo(SyncPurchaseOrder.Ending.IN_STEP);
        assertThat(only().line(PurchaseHouse.id("MUG")).orElseThrow().ordered()).isEqualTo(Quantity.of(9));
        assertThat(house.alerts()).extracting(PurchaseEvent::code).containsExactly(Optional.of("TP146"));
        assertThat(house.alerts().get(0).message()).contains("MUG", "4 here, 9 there", "i-JUG");
        assertThat(house.stores.discrepancies().open(10)).hasSize(2);
    }

    @Test
    void aLineThatWasChangedHereAndThereHoldsTheOrder() {
        PurchaseOrder order = synced();
        house.shop.personOrders(only().id(), wanted("MUG", "9", "1.25"));
        house.change()
                .change(
                        order.id(),
                        List.of(new LineChange(new Sku("MUG"), Quantity.of(6), Optional.empty())),
                        PurchaseHouse.ACTOR);

        isHeld(order.id(), "TP146", "MUG");
        assertThat(only().line(PurchaseHouse.id("MUG")).orElseThrow().ordered()).isEqualTo(Quantity.of(9));
    }

    @Test
    void aConsignmentThatSomebodyDeletedIsNotMadeAgain() {
        PurchaseOrder order = synced();
        house.shop.personDeletes(only().id());

        isHeld(order.id(), "TP137", "not there any more");
        assertThat(house.shop.live()).isEmpty();
    }

    @Test
    void aCancelledOrderIsCalledOffThere() {
        PurchaseOrder order = synced();

        house.cancel().cancel(order.id(), PurchaseHouse.ACTOR);
        SyncPurchaseOrder.Result result = house.sync().sync(order.id(), BY);

        assertThat(result.order().state()).isEqualTo(PurchaseState.CANCELLED);
        assertThat(result.order().syncDue()).isFalse();
        assertThat(house.shop.live()).isEmpty();
    }

    @Test
    void anOrderThatWasCancelledBeforeAnySyncNeedsNoCall() {
        PurchaseOrder order = mugsAndCups();
        house.cancel().cancel(order.id(), PurchaseHouse.ACTOR);

        house.sync().sync(order.id(), BY);

        assertThat(house.shop.ids()).isEmpty();
        assertThat(house.order(order.id()).syncDue()).isFalse();
    }

    @Test
    void whereAPersonSendsTheConsignmentStaysOpen() {
        house.policy = new PurchasePolicy(true, false, PurchasePolicy.DEFAULT.answersUnderWay());
        PurchaseOrder order = mugsAndCups();

        SyncPurchaseOrder.Result result = house.sync().sync(order.id(), BY);

        assertThat(result.ending()).isEqualTo(SyncPurchaseOrder.Ending.IN_STEP);
        assertThat(only().state()).isEqualTo(ConsignmentState.OPEN);
        assertThat(result.order().state()).isEqualTo(PurchaseState.APPROVED);
        assertThat(result.order().syncDue()).isFalse();
    }

    @Test
    void linesGoOneByOneWhereThePlatformTakesNoMore() {
        ConsignmentAbilities all = InMemoryConsignments.ALL;
        PurchaseHouse small = new PurchaseHouse(new InMemoryConsignments(new ConsignmentAbilities(
                all.kinds(), 0, false, true, true, true, false, all.quantityPlaces(), all.costPlaces())));
        PurchaseOrder order = small.approved(Orders.draft(Orders.line("MUG", "4", "1.25"), Orders.line("CUP", "2")));

        assertThat(small.sync().sync(order.id(), BY).ending()).isEqualTo(SyncPurchaseOrder.Ending.IN_STEP);

        assertThat(small.shop.live().get(0).lines()).hasSize(2);
        assertThat(small.journal.ofOwner("po:" + order.id()))
                .extracting(intent -> intent.operation())
                .containsExactly(
                        "consignment.create", "consignment.line.set", "consignment.line.set", "consignment.advance");
    }

    @Test
    void aDryRunSaysWhatItWouldWriteAndWritesNothing() {
        PurchaseOrder order = mugsAndCups();

        List<String> calls = house.sync().plan(order.id());

        assertThat(calls).hasSize(3);
        assertThat(calls.get(0)).contains("consignment.create", order.id().value());
        assertThat(calls.get(1)).contains("consignment.lines.add", "2 lines");
        assertThat(calls.get(2)).contains("consignment.advance", "SENT");
        assertThat(house.shop.ids()).isEmpty();
        assertThat(house.order(order.id())).isEqualTo(order);
        assertThat(house.journal.ofOwner("po:" + order.id())).isEmpty();
    }

    @Test
    void aDryRunOfAnOrderThatIsInStepSaysNothing() {
        assertThat(house.sync().plan(synced().id())).isEmpty();
    }
}
