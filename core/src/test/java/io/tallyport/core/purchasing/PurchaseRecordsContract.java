package io.tallyport.core.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.kernel.Undone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of the log, the mappings and the discrepancies of orders keeps to. */
public interface PurchaseRecordsContract {

    Instant AT = Instant.parse("2026-03-08T02:30:00.123456Z");
    PurchaseOrderId ONE = new PurchaseOrderId("PO-2026-001");
    PurchaseOrderId OTHER = new PurchaseOrderId("PO-2026-002");

    /** Its orders need not exist: others may keep them. */
    PurchaseStores stores();

    private static PurchaseEvent event(PurchaseOrderId order, PurchaseEvent.Kind kind, String message) {
        return new PurchaseEvent(order, AT, kind, Optional.of("TP143"), message, "clerk");
    }

    private static PartnerMapping mapping(PartnerKind kind, String name, String remote) {
        return new PartnerMapping(new ConnectionId("till"), kind, name, new ExternalId(remote));
    }

    private static Discrepancy discrepancy(PurchaseOrderId order, Discrepancy.Kind kind, String item, String found) {
        return new Discrepancy(order, kind, Optional.of(new Sku("SKU " + item)), new ExternalId(item), "4", found);
    }

    @Test
    default void theLogOfAnOrderComesAsItWasWritten() {
        List<PurchaseEvent> written = new ArrayList<>();
        for (PurchaseEvent.Kind kind : PurchaseEvent.Kind.values()) {
            written.add(event(ONE, kind, "größe 🛒 " + kind));
            stores().log().append(written.get(written.size() - 1));
            stores().log().append(event(OTHER, kind, ""));
        }

        assertThat(stores().log().of(ONE)).isEqualTo(written);
        assertThat(stores().log().of(new PurchaseOrderId("po-2026-001"))).isEmpty();
    }

    @Test
    default void alertsGoOnFromWhereOneStopped() {
        for (int i = 0; i < 5; i++) {
            stores().log().append(event(ONE, PurchaseEvent.Kind.ALERT, "alert " + i));
            stores().log().append(event(ONE, PurchaseEvent.Kind.READ, "no alert"));
        }

        PurchaseLog.Alerts first = stores().log().alerts(Optional.empty(), 3);
        PurchaseLog.Alerts second = stores().log().alerts(first.next(), 3);
        PurchaseLog.Alerts none = stores().log().alerts(second.next(), 3);

        assertThat(first.events()).extracting(PurchaseEvent::message).containsExactly("alert 0", "alert 1", "alert 2");
        assertThat(second.events()).extracting(PurchaseEvent::message).containsExactly("alert 3", "alert 4");
        assertThat(none.events()).isEmpty();
        assertThat(stores().log().latestAlerts(2))
                .extracting(PurchaseEvent::message)
                .containsExactly("alert 4", "alert 3");
        stores().log().append(event(OTHER, PurchaseEvent.Kind.ALERT, "later"));
        assertThat(stores().log().alerts(none.next(), 3).events())
                .extracting(PurchaseEvent::message)
                .containsExactly("later");
    }

    @Test
    default void aFailedUnitOfWorkLeavesNothingInTheLog() {
        Undone.in(stores().unitOfWork(), () -> stores().log().append(event(ONE, PurchaseEvent.Kind.ALERT, "")));

        assertThat(stores().log().of(ONE)).isEmpty();
    }

    @Test
    default void aNameStandsForOneThing() {
        PartnerMappingStore partners = stores().partners();
        partners.put(mapping(PartnerKind.SUPPLIER, "Acme", "s-1"));
        partners.put(mapping(PartnerKind.SUPPLIER, "acme", "s-2"));
        partners.put(mapping(PartnerKind.OUTLET, "Acme", "o-1"));
        partners.put(mapping(PartnerKind.SUPPLIER, "Acme", "s-3"));

        ConnectionId till = new ConnectionId("till");
        assertThat(partners.find(till, PartnerKind.SUPPLIER, "Acme")).contains(new ExternalId("s-3"));
        assertThat(partners.find(till, PartnerKind.SUPPLIER, "acme")).contains(new ExternalId("s-2"));
        assertThat(partners.find(till, PartnerKind.OUTLET, "Acme")).contains(new ExternalId("o-1"));
        assertThat(partners.find(till, PartnerKind.ITEM, "Acme")).isEmpty();
        assertThat(partners.find(new ConnectionId("web"), PartnerKind.SUPPLIER, "Acme"))
                .isEmpty();
        assertThat(partners.of(till)).hasSize(3);
        assertThat(partners.remove(till, PartnerKind.SUPPLIER, "Acme")).isTrue();
        assertThat(partners.remove(till, PartnerKind.SUPPLIER, "Acme")).isFalse();
        assertThat(partners.of(till))
                .containsExactlyInAnyOrder(
                        mapping(PartnerKind.SUPPLIER, "acme", "s-2"), mapping(PartnerKind.OUTLET, "Acme", "o-1"));
    }

    @Test
    default void aDiscrepancyIsOpenedOnceAndClosedWhenItIsOver() {
        DiscrepancyStore store = stores().discrepancies();
        Discrepancy shortOne = discrepancy(ONE, Discrepancy.Kind.SHORT, "i-1", "3");
        Discrepancy over = discrepancy(ONE, Discrepancy.Kind.OVER, "i-1", "5");
        Discrepancy changed = discrepancy(ONE, Discrepancy.Kind.SHORT, "i-1", "2");

        assertThat(store.settle(ONE, List.of(shortOne, over), AT)).containsExactly(shortOne, over);
        assertThat(store.settle(ONE, List.of(changed), AT.plusSeconds(1))).isEmpty();

        assertThat(store.of(ONE))
                .containsExactly(
                        new DiscrepancyStore.Kept(changed, AT, Optional.empty()),
                        new DiscrepancyStore.Kept(over, AT, Optional.of(AT.plusSeconds(1))));
        assertThat(store.open(10)).containsExactly(new DiscrepancyStore.Kept(changed, AT, Optional.empty()));
        assertThat(store.settle(ONE, List.of(over), AT.plusSeconds(2))).containsExactly(over);
        assertThat(store.of(ONE)).hasSize(3);
    }

    @Test
    default void discrepanciesOfOtherOrdersAreLeftAlone() {
        DiscrepancyStore store = stores().discrepancies();
        Discrepancy here = discrepancy(ONE, Discrepancy.Kind.SHORT, "i-1", "3");
        Discrepancy there = new Discrepancy(
                OTHER,
                Discrepancy.Kind.UNEXPECTED_ITEM,
                Optional.empty(),
                new ExternalId("i-1"),
                "not ordered",
                "größe 🛒");
        store.settle(ONE, List.of(here), AT);
        store.settle(OTHER, List.of(there), AT);

        store.settle(ONE, List.of(), AT.plusSeconds(1));

        assertThat(store.open(10)).containsExactly(new DiscrepancyStore.Kept(there, AT, Optional.empty()));
        assertThat(store.open(0)).isEmpty();
    }
}
