package io.tallyport.core.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.InMemoryConnectionStore;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.SettableClock;
import io.tallyport.core.purchasing.ImportPurchaseOrders.Fate;
import io.tallyport.core.purchasing.ImportPurchaseOrders.RowReport;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportPurchaseOrdersTest {

    private final InMemoryConnectionStore connections = new InMemoryConnectionStore();
    private final PurchaseStores stores = new PurchaseStores(
            new InMemoryPurchaseOrders(),
            new InMemoryPurchaseLog(),
            new InMemoryPartnerMappings(),
            new InMemoryDiscrepancies(),
            new InMemoryUnitOfWork());
    private final OrderBook book = new OrderBook(stores, new SettableClock(Instant.parse("2025-05-01T10:00:00Z")));

    ImportPurchaseOrdersTest() {
        connections.save(new Connection(
                Orders.TILL,
                new Platform("till"),
                "account",
                URI.create("http://127.0.0.1:1"),
                Environment.SANDBOX,
                AccessMode.READ_WRITE,
                true,
                Map.of(),
                Map.of()));
    }

    private static OrderRow row(int number, String order, boolean own, String sku, String quantity, String cost) {
        return new OrderRow(number, order, own, Optional.empty(), "Acme", "Main", "", sku, quantity, Optional.of(cost));
    }

    private ImportPurchaseOrders.Result take(boolean dryRun, OrderRow... rows) {
        return new ImportPurchaseOrders(new CreatePurchaseOrder(book, connections), book)
                .take(Orders.TILL, List.of(rows), dryRun, "clerk");
    }

    private List<PurchaseOrder> all() {
        return stores.orders().list(OrderFilter.ALL, Optional.empty()).items();
    }

    @Test
    void rowsOfOneNameAreOneOrderWithTheNextNumber() {
        ImportPurchaseOrders.Result result = take(
                false,
                row(1, "a", false, "MUG", "4", "1.25"),
                row(2, "b", false, "MUG", "1", ""),
                row(3, "a", false, "CUP", "2.5", ""));

        assertThat(result.isWhole()).isTrue();
        assertThat(result.created())
                .containsEntry("a", Optional.of(new PurchaseOrderId("PO-2025-001")))
                .containsEntry("b", Optional.of(new PurchaseOrderId("PO-2025-002")));
        assertThat(all().get(0).lines()).containsExactly(Orders.line("MUG", "4", "1.25"), Orders.line("CUP", "2.5"));
    }

    @Test
    void aWrongRowIsNamedAndItsOrderLeftOutWhileOthersAreTaken() {
        ImportPurchaseOrders.Result result = take(
                false,
                row(1, "a", false, "MUG", "four", ""),
                row(2, "a", false, "CUP", "1", ""),
                row(3, "b", false, "MUG", "1", "-2"),
                row(4, "c", false, "MUG", "1", "2"),
                row(5, "d", false, " ", "1", ""),
                row(6, "e", false, "MUG", "0", ""),
                row(7, "f", false, "MUG", "1", ""),
                row(8, "f", false, "MUG", "2", ""));

        assertThat(result.rows())
                .extracting(RowReport::number, RowReport::fate)
                .containsExactly(
                        tuple(1, Fate.WRONG),
                        tuple(2, Fate.LEFT_OUT),
                        tuple(3, Fate.WRONG),
                        tuple(4, Fate.TAKEN),
                        tuple(5, Fate.WRONG),
                        tuple(6, Fate.WRONG),
                        tuple(7, Fate.LEFT_OUT),
                        tuple(8, Fate.WRONG));
        assertThat(result.rows().get(0).message()).contains("quantity", "four");
        assertThat(result.rows().get(2).message()).contains("cost", "-2");
        assertThat(result.rows().get(7).message()).contains("MUG", "row 7");
        assertThat(all()).hasSize(1);
    }

    @Test
    void theSameFileTwiceChangesNothingAndOtherContentIsNoted() {
        take(false, row(1, "shop-1", true, "MUG", "4", "1.25"));

        assertThat(take(false, row(1, "shop-1", true, "MUG", "4.0", "1.250")).rows())
                .extracting(RowReport::fate)
                .containsExactly(Fate.THERE_ALREADY);
        assertThat(take(false, row(1, "shop-1", true, "MUG", "5", "1.25")).rows())
                .extracting(RowReport::fate)
                .containsExactly(Fate.LEFT_OUT);
        assertThat(all()).hasSize(1);
        assertThat(all().get(0).id()).hasToString("shop-1");
    }

    @Test
    void aDryRunStoresNothing() {
        ImportPurchaseOrders.Result result = take(true, row(1, "a", false, "MUG", "4", "1.25"));

        assertThat(result.isWhole()).isTrue();
        assertThat(result.created()).containsEntry("a", Optional.empty());
        assertThat(all()).isEmpty();
    }

    @Test
    void anUnknownConnectionIsAClearError() {
        assertThatThrownBy(() -> new ImportPurchaseOrders(new CreatePurchaseOrder(book, connections), book)
                        .take(
                                new ConnectionId("nobody"),
                                List.of(row(1, "a", false, "MUG", "4", "1.25")),
                                false,
                                "clerk"))
                .hasMessageContaining("nobody");
    }
}
