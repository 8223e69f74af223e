package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.inventory.Reason;
import io.tallyport.core.inventory.SetOutcome.LineProblem;
import io.tallyport.core.inventory.StockFigure;
import io.tallyport.core.inventory.StockWrite;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.remote.Problem;
import io.tallyport.remote.Problem.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small parts: ids, cursors, page sizes, scopes, versions. */
final class PiecesTest {

    @ParameterizedTest
    @CsvSource({
        "gid://shopify/InventoryItem/7,true",
        "gid://shopify/InventoryItem/9007199254740993123,true",
        "gid://shopify/InventoryItem/,false",
        "gid://shopify/InventoryItem/x,false",
        "gid://shopify/ProductVariant/7,false",
        "7,false"
    })
    void onlyAnInventoryItemsIdCanBeOne(String id, boolean fits) {
        assertThat(Gid.INVENTORY_ITEM.fits(new ExternalId(id))).isEqualTo(fits);
    }

    @Test
    void aVersionIsServedForAYear() {
        assertThat(ApiVersion.DEFAULT.expiry(new ConnectionId("web")).at()).isEqualTo("2027-07-01T00:00:00Z");
    }

    @Test
    void aCursorCanBeStoredAndReadBack() {
        LevelsCursor cursor = new LevelsCursor(12, 77, "eyJsYXN0:1\nx");
        assertThat(LevelsCursor.parse(new Cursor(cursor.cursor().value()))).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "12:abc", "12:7:", "-1:7:abc"})
    void aCursorOfAnotherReadIsNotTaken(String value) {
        assertThatThrownBy(() -> LevelsCursor.parse(new Cursor(value))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBulkCursorCanBeStoredAndReadBack() {
        BulkCursor cursor = new BulkCursor("11", 2, 7, 1000, 345_678, 12, 9_000, "gid://shopify/BulkOperation/5");
        assertThat(BulkCursor.parse(cursor.value())).contains(cursor);
        BulkCursor waiting = BulkCursor.begin("11").lookedAt();
        assertThat(BulkCursor.parse(waiting.value())).contains(waiting);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0:0:abc", "bulk:11:1:0:0:0:0:0:gid://shopify/Product/1", "bulk:x:1:0:0:0:0:0:", "bulk:"})
    void anotherCursorIsNoBulkCursor(String value) {
        assertThat(BulkCursor.parse(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "25001", "-1", "many", "", "99999999999"})
    void aThresholdThatMakesNoSenseIsRefused(String text) {
        assertThatThrownBy(() -> BulkFrom.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bulk-from")
                .hasMessageContaining("25000");
    }

    @ParameterizedTest
    @CsvSource({"9999,true,false", "10000,true,true", "10000,false,true", "1,false,true", "0,false,false"})
    void aShopIsLargeFromTheThresholdOnOrWhenShopifyStopsCounting(long variants, boolean exact, boolean large) {
        assertThat(BulkFrom.DEFAULT.isReachedBy(new ShopSize(Instant.EPOCH, variants, exact)))
                .isEqualTo(large);
    }

    private static PortException.Rejected rejected(String operation, boolean tooCostly) {
        return new PortException.Rejected(
                FailureContext.of(operation)
                        .withCode(tooCostly ? ShopifyErrors.TOO_COSTLY : ShopifyErrors.INVALID_DATA),
                "no");
    }

    @Test
    void aPageHalvesUntilItIsNotTooCostlyAndStaysSo() {
        PageSize size = new PageSize();
        List<Integer> tried = new ArrayList<>();
        int fitting = size.fit(first -> {
            tried.add(first);
            if (first > 70) {
                throw rejected("productVariants", true);
            }
            return first;
        });
        assertThat(fitting).isEqualTo(62);
        assertThat(tried).containsExactly(250, 125, 62);
        assertThat(size.get()).isEqualTo(62);
    }

    @Test
    void aPageOfOneThatIsTooCostlyIsGivenUp() {
        assertThatThrownBy(() -> new PageSize().fit(first -> {
                    throw rejected("productVariants", true);
                }))
                .isInstanceOf(PortException.Rejected.class);
    }

    @Test
    void anotherRefusalDoesNotShrinkThePage() {
        PageSize size = new PageSize();
        assertThatThrownBy(() -> size.fit(first -> {
                    throw rejected("productVariants", false);
                }))
                .isInstanceOf(PortException.Rejected.class);
        assertThat(size.get()).isEqualTo(250);
    }

    @Test
    void missingScopesAreNamed() {
        assertThat(Scopes.missing(Set.of("read_products"), AccessMode.READ_WRITE))
                .containsExactly(
                        "the app lacks the access scope read_inventory",
                        "the app lacks the access scope read_locations",
                        "the app lacks the access scope write_inventory");
    }

    @Test
    void whoMayWriteMayRead() {
        Set<String> granted = Set.of("write_products", "write_inventory", "read_locations");
        assertThat(Scopes.missing(granted, AccessMode.READ_WRITE)).isEmpty();
    }

    @Test
    void whoOnlyReadsNeedsNoRightToWrite() {
        Set<String> granted = Set.of("read_products", "read_inventory", "read_locations");
        assertThat(Scopes.missing(granted, AccessMode.READ)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-05", "2026-01", "unstable", "2026-7", ""})
    void aVersionThatCannotDoIsRefused(String version) {
        assertThatThrownBy(() -> new ApiVersion(version))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("api-version");
    }

    @Test
    void linesThatShopifyCannotReadAreFoundBefore() {
        StockWrite write = SetInputTest.write(
                StockFigure.ON_HAND,
                new StockWrite.Line(Rig.item(1), 0, 1),
                new StockWrite.Line(new ExternalId("nope"), 0, 1),
                new StockWrite.Line(Rig.item(2), 0, 1L << 31),
                new StockWrite.Line(Rig.item(3), -(1L << 40), 1));
        assertThat(ImpossibleLines.of(write))
                .extracting(LineProblem::line, LineProblem::reason)
                .containsExactly(
                        tuple(1, Reason.ITEM_GONE), tuple(2, Reason.OUT_OF_RANGE), tuple(3, Reason.OUT_OF_RANGE));
    }

    @Test
    void aLocationThatCannotBeRefusesAllLines() {
        StockWrite write = new StockWrite(
                StockFigure.ON_HAND,
                new ExternalId("main street"),
                "gid://tallyport/Plan/1",
                List.of(new StockWrite.Line(Rig.item(1), 0, 1), new StockWrite.Line(Rig.item(2), 0, 1)));
        assertThat(ImpossibleLines.of(write))
                .extracting(LineProblem::reason)
                .containsExactly(Reason.LOCATION_GONE, Reason.LOCATION_GONE);
    }

    @Test
    void aThrottledSendingIsNotALostOne() {
        Sendings sendings = new Sendings();
        sendings.begin();
        sendings.answered(Optional.of(Problem.of(Kind.NOT_DONE, "throttled")));
        sendings.begin();
        sendings.answered(Optional.empty());
        assertThat(sendings.anyLost()).isFalse();
    }

    @Test
    void aSendingWithoutAnAnswerIsALostOneForGood() {
        Sendings sendings = new Sendings();
        sendings.begin();
        sendings.begin();
        sendings.answered(Optional.of(Problem.of(Kind.NOT_DONE, "throttled")));
        sendings.begin();
        sendings.answered(Optional.empty());
        assertThat(sendings.anyLost()).isTrue();
    }
}
