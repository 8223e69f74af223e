package io.tallyport.core.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tallyport.core.doctor.Finding;
import io.tallyport.core.doctor.Finding.Severity;
import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.SettableClock;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderExaminerTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final PurchaseStores stores = new PurchaseStores(
            new InMemoryPurchaseOrders(),
            new InMemoryPurchaseLog(),
            new InMemoryPartnerMappings(),
            new InMemoryDiscrepancies(),
            new InMemoryUnitOfWork());
    private final OrderBook book = new OrderBook(stores, clock);

    private List<Finding> findings() {
        return new OrderExaminer(stores, clock).examine();
    }

    private PurchaseOrder order(String id) {
        return stores.orders().add(Orders.named(id, Orders.line("MUG", "3")), "clerk", clock.instant());
    }

    @Test
    void ordersThatGoTheirWayAreNoFinding() {
        book.replace(order("PO-1").withState(PurchaseState.APPROVED).withSyncDue(true));

        assertThat(findings()).isEmpty();
    }

    @Test
    void heldOrdersAreNamedWithTheirReason() {
        PurchaseOrder held = book.hold(order("PO-1"), PurchaseErrors.UNMAPPED, "the supplier is not mapped", "clerk");

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.about()).isEqualTo("order PO-1");
            assertThat(finding.what()).contains(held.hold().orElseThrow().code(), "the supplier is not mapped");
            assertThat(finding.mend()).endsWith("tallyport sync po PO-1");
        });
    }

    @Test
    void anOrderThatNobodyCarriesOverIsNamedAfterAWhile() {
        book.replace(order("PO-1").withState(PurchaseState.APPROVED).withSyncDue(true));
        clock.advance(Duration.ofHours(2));

        assertThat(findings())
                .extracting(Finding::severity, Finding::about)
                .containsExactly(tuple(Severity.SOON, "order PO-1"));
    }

    @Test
    void alertsAreShownForAWeek() {
        book.alert(order("PO-1"), PurchaseErrors.SURPLUS, "one was deleted", "clerk");
        assertThat(findings())
                .extracting(Finding::what)
                .singleElement()
                .asString()
                .contains("one was deleted");

        clock.advance(Duration.ofDays(8));

        assertThat(findings()).isEmpty();
    }

    @Test
    void ordersThatAServiceKeepsAreItsAffair() {
        PurchaseOrderStore elsewhere = (PurchaseOrderStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PurchaseOrderStore.class}, (proxy, method, args) -> {
                    throw PurchaseErrors.rejected("list orders", PurchaseErrors.KEPT_ELSEWHERE, "kept by \"buying\"");
                });
        PurchaseStores others = new PurchaseStores(
                elsewhere, stores.log(), stores.partners(), stores.discrepancies(), stores.unitOfWork());

        assertThat(new OrderExaminer(others, clock).examine())
                .extracting(Finding::severity, Finding::what)
                .containsExactly(tuple(Severity.NOTE, "kept by \"buying\""));
    }

    @Test
    void manyAreCountedAndNotNamed() {
        for (int i = 0; i < 15; i++) {
            book.hold(order("PO-" + i), PurchaseErrors.UNMAPPED, "not mapped", "clerk");
        }

        assertThat(findings())
                .hasSize(11)
                .last()
                .extracting(Finding::what)
                .asString()
                .contains("5 more");
    }
}
