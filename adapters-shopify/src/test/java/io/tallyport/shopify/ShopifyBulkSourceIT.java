package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.history.ApiCall;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.InventorySourceContract;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.ShopUnderTest;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.sandbox.SandboxSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Holds the source to the contract of the port where it reads by bulk operation, against the sandbox. */
final class ShopifyBulkSourceIT implements InventorySourceContract {

    private static final Map<String, String> BULK = Map.of("bulk-from", "1");

    private final SandboxRig rig = new SandboxRig(SandboxSettings.defaults().withSkus(1200), BULK);

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    public ShopUnderTest shop() {
        return rig;
    }

    private static InventorySource source(SandboxRig rig, Map<String, String> options) {
        return rig.open(options).port(InventorySource.class).orElseThrow();
    }

    @Test
    void bothWaysOfReadingGiveTheSameRows() {
        SandboxRig.WholeRead bulk = rig.read();
        SandboxRig.WholeRead paged = SandboxRig.read(source(rig, Map.of()), rig.location());
        assertThat(bulk.complete()).isTrue();
        assertThat(paged.complete()).isTrue();
        assertThat(bulk.levels())
                .hasSizeGreaterThan(BulkFiles.PAGE_ROWS)
                .containsExactlyInAnyOrderElementsOf(paged.levels());
    }

    @Test
    void aReadCostsTheSameFewRequestsHoweverManyRows() {
        int before = rig.journal().recent(10_000).size();
        rig.read();
        List<String> operations = rig
                .journal()
                .recent(rig.journal().recent(10_000).size() - before)
                .stream()
                .map(ApiCall::operation)
                .toList();
        assertThat(operations).doesNotContain("productVariants").contains("bulkOperationRunQuery");
        assertThat(operations.stream().filter(operation -> !operation.equals("bulkOperation")))
                .hasSize(3);
    }

    @Test
    void aReadGoesOnInAnotherProcessFromWithinTheFile() {
        List<StockLevel> rows = new ArrayList<>();
        LevelPage page = rig.source().levels(rig.location(), Optional.empty());
        while (rows.isEmpty()) {
            page = rig.source().levels(rig.location(), page.next());
            rows.addAll(page.items());
        }
        InventorySource another = source(rig, BULK);
        while (page.next().isPresent()) {
            Cursor stored = new Cursor(page.next().get().value());
            page = another.levels(rig.location(), Optional.of(stored));
            rows.addAll(page.items());
        }
        assertThat(rows)
                .extracting(StockLevel::item)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        rig.read().levels().stream().map(StockLevel::item).toList());
        assertThat(page.total()).hasValue(rows.size());
    }

    @Test
    void aShopWithoutVariantsIsEmpty() {
        try (SandboxRig bare = new SandboxRig(SandboxSettings.defaults().withSkus(0), BULK)) {
            SandboxRig.WholeRead read = bare.read();
            assertThat(read.levels()).isEmpty();
            assertThat(read.complete()).isTrue();
        }
    }

    @Test
    void fewChangesCostOneRequestHoweverLargeTheShop() {
        LevelPage page = rig.source().levels(rig.location(), Optional.empty());
        while (page.next().isPresent()) {
            page = rig.source().levels(rig.location(), page.next());
        }
        rig.sandbox().clock().advance(Duration.ofHours(1));
        StockLevel level = rig.read().levels().stream()
                .filter(one -> one.tracked()
                        && one.onHand().map(units -> units.signum() > 0).orElse(false))
                .findFirst()
                .orElseThrow();
        rig.move(level, -1);
        int before = rig.journal().recent(10_000).size();
        LevelPage changes =
                rig.source().changedSince(rig.location(), page.mark().orElseThrow(), Optional.empty());
        List<ExternalId> changed =
                changes.items().stream().map(StockLevel::item).toList();
        assertThat(changed).contains(level.item()).hasSizeLessThan(250);
        assertThat(changes.next()).isEmpty();
        assertThat(rig.journal().recent(10_000)).hasSize(before + 1);
    }
}
