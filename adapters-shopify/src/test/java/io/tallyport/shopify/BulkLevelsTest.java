package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tallyport.core.history.ApiCall;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads by bulk operation, against a shop that says what it is told to. */
final class BulkLevelsTest {

    private final Rig rig = new Rig();
    private final InventorySource source = bulkSource();

    @AfterEach
    void close() {
        rig.close();
    }

    private InventorySource bulkSource() {
        return rig.session("bulk-from", "1").port(InventorySource.class).orElseThrow();
    }

    private static ShopServer.Reply size(int count, String precision) {
        return ShopServer.json(Recorded.data("{\"location\":{\"id\":\"gid://shopify/Location/11\"},"
                + "\"productVariantsCount\":{\"count\":" + count + ",\"precision\":\"" + precision + "\"}}"));
    }

    private static ShopServer.Reply started(int operation) {
        return ShopServer.json(Recorded.data("{\"bulkOperationRunQuery\":{\"bulkOperation\":{"
                + "\"id\":\"gid://shopify/BulkOperation/" + operation + "\"},\"userErrors\":[]}}"));
    }

    private static ShopServer.Reply refused(String code) {
        return ShopServer.json(Recorded.data("{\"bulkOperationRunQuery\":{\"bulkOperation\":null,\"userErrors\":["
                + Recorded.userError("null", code) + "]}}"));
    }

    private static ShopServer.Reply status(String status, String more) {
        return ShopServer.json(Recorded.data("{\"bulkOperation\":{\"id\":\"gid://shopify/BulkOperation/5\","
                + "\"status\":\"" + status + "\",\"rootObjectCount\":\"0\"" + more + "}}"));
    }

    private ShopServer.Reply done(int rows) {
        return ShopServer.json(Recorded.data("{\"bulkOperation\":{\"id\":\"gid://shopify/BulkOperation/5\","
                + "\"status\":\"COMPLETED\",\"errorCode\":null,\"rootObjectCount\":\"" + rows + "\",\"url\":\""
                + rig.shop.url() + "/bulk/5.jsonl?GoogleAccessId=x&Signature=open-sesame\"}}"));
    }

    private static ShopServer.Reply doneWithoutFile(int rows) {
        return ShopServer.json(Recorded.data("{\"bulkOperation\":{\"id\":\"gid://shopify/BulkOperation/5\","
                + "\"status\":\"COMPLETED\",\"rootObjectCount\":\"" + rows + "\",\"url\":null}}"));
    }

    private static String row(int number, String status) {
        return "{\"id\":\"gid:\\/\\/shopify\\/ProductVariant\\/" + number
                + "\",\"title\":\"Default Title\",\"product\":{\"title\":\"P\",\"status\":\"" + status
                + "\"},\"inventoryItem\":{\"id\":\"gid:\\/\\/shopify\\/InventoryItem\\/" + number
                + "\",\"sku\":\"S" + number + "\",\"tracked\":true,\"inventoryLevel\":{\"isActive\":true,"
                + "\"quantities\":[{\"name\":\"available\",\"quantity\":3},{\"name\":\"on_hand\",\"quantity\":4}]}}}\n";
    }

    private static String rows(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(at -> row(at, "ACTIVE")).collect(Collectors.joining());
    }

    private static ShopServer.Reply file(String text) {
        return ShopServer.status(200, text).with("Content-Type", "application/jsonl");
    }

    private static ShopServer.Reply part(String text) {
        return ShopServer.status(206, "\n" + text);
    }

    /** A read to its end. */
    private record Whole(List<StockLevel> rows, LevelPage last) {}

    private Whole read() {
        List<StockLevel> rows = new ArrayList<>();
        LevelPage page = source.levels(Rig.LOCATION, Optional.empty());
        rows.addAll(page.items());
        while (page.next().isPresent()) {
            page = source.levels(Rig.LOCATION, page.next());
            rows.addAll(page.items());
        }
        return new Whole(rows, page);
    }

    private static List<ExternalId> items(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Rig::item).toList();
    }

    private void assertFails(Class<? extends PortException> kind, ErrorCode code) {
        PortException failure = catchThrowableOfType(kind, this::read);
        assertThat(failure).isNotNull();
        assertThat(failure.context().code()).contains(code);
        assertThat(failure.describe()).doesNotContain("open-sesame");
    }

    @Test
    void aLargeShopIsReadByOneOperation() {
        rig.says(size(3, "EXACT"), started(5), status("CREATED", ""), status("RUNNING", ""), done(3), file(rows(1, 3)));
        Whole read = read();
        assertThat(read.rows()).extracting(StockLevel::item).containsExactlyElementsOf(items(1, 3));
        assertThat(read.rows())
                .allMatch(level ->
                        level.stocking() == Stocking.STOCKED && level.title().equals("P"));
        assertThat(read.last().total()).hasValue(3);
        assertThat(rig.shop.seen()).hasSize(6);
    }

    @Test
    void theQueryNamesTheLocationAndAsksForUngroupedRows() {
        rig.says(size(1, "EXACT"), started(5), done(1), file(rows(1, 1)));
        read();
        ShopServer.Seen run = rig.shop.seen(1);
        assertThat(run.variables().path("query").asText())
                .contains("inventoryLevel(locationId: \"gid://shopify/Location/11\"")
                .doesNotContain("$");
        assertThat(run.body()).contains("groupObjects: false");
    }

    @Test
    void theMarkIsTheTimeBeforeTheOperationAndTravelsWithTheCursor() {
        rig.says(size(1, "EXACT"), started(5));
        LevelPage begun = source.levels(Rig.LOCATION, Optional.empty());
        assertThat(begun.next().orElseThrow().value())
                .matches("[-0-9T:]+Z\\|bulk:11:1:0:0:0:0:0:gid://shopify/BulkOperation/5");
        Cursor stored = new Cursor("2026-11-21T10:00:00Z|bulk:11:1:0:0:0:0:0:gid://shopify/BulkOperation/5");
        rig.says(done(1), file(rows(1, 1)));
        LevelPage last = source.levels(Rig.LOCATION, Optional.of(stored));
        assertThat(last.mark()).contains(new Watermark("2026-11-21T10:00:00Z"));
    }

    @Test
    void theTokenIsNotShownToTheFilesStoreAndTheLinkNotToTheJournal() {
        rig.says(size(1, "EXACT"), started(5), done(1), file(rows(1, 1)));
        read();
        ShopServer.Seen download = rig.shop.seen(3);
        assertThat(download.path()).isEqualTo("/bulk/5.jsonl?GoogleAccessId=x&Signature=open-sesame");
        assertThat(download.headers()).doesNotContainKey("X-Shopify-Access-Token");
        assertThat(download.headers().toString()).doesNotContain(Rig.TOKEN);
        assertThat(rig.journal.recent(10))
                .extracting(ApiCall::path)
                .contains("/bulk/5.jsonl")
                .noneMatch(path -> path.contains("open-sesame"));
    }

    @Test
    void aSmallShopIsReadInPages() {
        rig.says(size(9999, "EXACT"));
        assertThatThrownBy(() -> rig.source().levels(Rig.LOCATION, Optional.empty()))
                .isInstanceOf(PortException.class);
        assertThat(rig.shop.seen(1).body()).contains("query Levels(");
    }

    @Test
    void aShopThatShopifyDoesNotCountToTheEndIsNeverPaged() {
        rig.says(size(25_001, "AT_LEAST"), started(5));
        LevelPage page = rig.source().levels(Rig.LOCATION, Optional.empty());
        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isPresent();
        assertThat(rig.shop.seen(1).body()).contains("bulkOperationRunQuery");
    }

    @Test
    void archivedProductsAreLeftOutAndNotCounted() {
        rig.says(size(4, "EXACT"), started(5), done(4));
        rig.says(file(row(1, "ACTIVE") + row(2, "ARCHIVED") + row(3, "DRAFT") + row(4, "UNLISTED")));
        Whole read = read();
        assertThat(read.rows()).extracting(StockLevel::item).containsExactly(Rig.item(1), Rig.item(3), Rig.item(4));
        assertThat(read.last().total()).hasValue(3);
    }

    @Test
    void rowsThatBelongToAnotherAreNotVariants() {
        rig.says(size(2, "EXACT"), started(5), done(2));
        rig.says(file(row(1, "ACTIVE")
                + "{\"id\":\"gid:\\/\\/shopify\\/Metafield\\/1\","
                + "\"__parentId\":\"gid:\\/\\/shopify\\/ProductVariant\\/1\"}\n"
                + row(2, "ACTIVE") + "{\"__parentId\":\"gid:\\/\\/shopify\\/ProductVariant\\/2\"}\n"));
        Whole read = read();
        assertThat(read.rows()).hasSize(2);
        assertThat(read.last().total()).hasValue(2);
    }

    @Test
    void aBigFileComesInPagesOverOneDownload() {
        rig.says(size(2500, "EXACT"), started(5), done(2500), file(rows(1, 2500)));
        List<Integer> sizes = new ArrayList<>();
        LevelPage page = source.levels(Rig.LOCATION, Optional.empty());
        while (page.next().isPresent()) {
            page = source.levels(Rig.LOCATION, page.next());
            sizes.add(page.items().size());
        }
        assertThat(sizes).containsExactly(1000, 1000, 500);
        assertThat(page.total()).hasValue(2500);
        assertThat(rig.shop.seen()).hasSize(4);
    }

    @Test
    void aFileThatFillsItsLastPageEndsThere() {
        rig.says(size(1000, "EXACT"), started(5), done(1000), file(rows(1, 1000)));
        Whole read = read();
        assertThat(read.rows()).hasSize(1000);
        assertThat(read.last().items()).hasSize(1000);
    }

    @Test
    void aReadGoesOnFromAStoredCursorInAnotherSession() {
        rig.says(size(1500, "EXACT"), started(5), done(1500), file(rows(1, 1500)));
        LevelPage empty = source.levels(Rig.LOCATION, Optional.empty());
        LevelPage first = source.levels(Rig.LOCATION, empty.next());
        assertThat(first.items()).hasSize(1000);
        Cursor stored = new Cursor(first.next().orElseThrow().value());

        rig.says(done(1500), part(rows(1001, 1500)));
        LevelPage last = bulkSource().levels(Rig.LOCATION, Optional.of(stored));
        assertThat(last.items()).extracting(StockLevel::item).containsExactlyElementsOf(items(1001, 1500));
        assertThat(last.total()).hasValue(1500);
        int read = rows(1, 1000).length();
        assertThat(rig.shop.seen(5).headers()).containsEntry("Range", "bytes=" + (read - 1) + "-");
    }

    @Test
    void aDownloadThatIsCutGoesOnWhereItWas() {
        rig.says(size(3, "EXACT"), started(5), done(3));
        rig.says(file(rows(1, 2) + "{\"id\":").brokenOff(), part(rows(3, 3)));
        Whole read = read();
        assertThat(read.rows()).extracting(StockLevel::item).containsExactlyElementsOf(items(1, 3));
        assertThat(read.last().total()).hasValue(3);
    }

    @Test
    void aFileThatStaysTooShortIsNeverTakenAsComplete() {
        rig.says(size(3, "EXACT"), started(5), done(3), file(rows(1, 2)), part(""), part(""), part(""));
        assertFails(PortException.Transient.class, ShopifyErrors.BULK_INCOMPLETE);
    }

    @Test
    void aFileWithMoreRowsThanWereCountedIsNotTakenEither() {
        rig.says(size(2, "EXACT"), started(5), done(2), file(rows(1, 3)));
        assertFails(PortException.Protocol.class, ShopifyErrors.BULK_INCOMPLETE);
    }

    @Test
    void aRowThatIsNotWhatWasAskedForIsAnError() {
        rig.says(size(1, "EXACT"), started(5), done(1), file("{\"id\":\"gid://shopify/ProductVariant/1\"}\n"));
        assertFails(PortException.Protocol.class, ShopifyErrors.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED", "CANCELED", "EXPIRED"})
    void anOperationWithoutAGoodEndIsStartedOnceMore(String status) {
        rig.says(size(1, "EXACT"), started(5), status(status, ",\"errorCode\":\"TIMEOUT\""));
        rig.says(started(6), done(1), file(rows(1, 1)));
        assertThat(read().last().total()).hasValue(1);
        assertThat(rig.shop.seen(4).variables().path("id").asText()).isEqualTo("gid://shopify/BulkOperation/6");
    }

    @Test
    void aSecondOneWithoutAGoodEndIsAFailure() {
        rig.says(size(1, "EXACT"), started(5), status("FAILED", ",\"errorCode\":\"INTERNAL_SERVER_ERROR\""));
        rig.says(started(6), status("FAILED", ",\"errorCode\":\"INTERNAL_SERVER_ERROR\""));
        assertFails(PortException.Transient.class, ShopifyErrors.BULK_FAILED);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void aLinkThatHasExpiredMeansAnotherOperation(int status) {
        rig.says(size(1, "EXACT"), started(5), done(1), ShopServer.status(status, "<Error/>"));
        rig.says(started(6), done(1), file(rows(1, 1)));
        assertThat(read().last().total()).hasValue(1);
    }

    @Test
    void aLinkThatExpiresTwiceIsAFailure() {
        rig.says(size(1, "EXACT"), started(5), done(1), ShopServer.status(403, ""));
        rig.says(started(6), done(1), ShopServer.status(403, ""));
        assertFails(PortException.Transient.class, ShopifyErrors.BULK_FAILED);
    }

    @Test
    void anOperationThatTheShopNoLongerKnowsMeansAnother() {
        rig.says(size(1, "EXACT"), started(5), ShopServer.json(Recorded.data("{\"bulkOperation\":null}")));
        rig.says(started(6), done(1), file(rows(1, 1)));
        assertThat(read().last().total()).hasValue(1);
    }

    @Test
    void anOperationThatMayNotReadNamesWhatItNeeds() {
        rig.says(size(1, "EXACT"), started(5), status("FAILED", ",\"errorCode\":\"ACCESS_DENIED\""));
        assertThatThrownBy(this::read)
                .isInstanceOf(PortException.Authentication.class)
                .hasMessageContaining("read_inventory")
                .hasMessageContaining("read_products");
    }

    @Test
    void aShopThatIsEmptyByNowIsEmpty() {
        rig.says(size(1, "EXACT"), started(5), doneWithoutFile(0), size(0, "EXACT"));
        Whole read = read();
        assertThat(read.rows()).isEmpty();
        assertThat(read.last().total()).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void noFileIsNoProofThatThereIsNothing(int rows) {
        rig.says(size(7, "EXACT"), started(5), doneWithoutFile(rows));
        rig.says(rows == 0 ? new ShopServer.Reply[] {size(7, "EXACT")} : new ShopServer.Reply[0]);
        rig.says(started(6), doneWithoutFile(rows));
        rig.says(rows == 0 ? new ShopServer.Reply[] {size(7, "EXACT")} : new ShopServer.Reply[0]);
        assertFails(PortException.Transient.class, ShopifyErrors.BULK_FAILED);
    }

    @Test
    void whileAllPlacesAreTakenAShopThatCanBePagedIsPaged() {
        rig.says(size(1, "EXACT"), refused("OPERATION_IN_PROGRESS"));
        rig.says(ShopServer.json(Recorded.data("{\"location\":{\"id\":\"gid://shopify/Location/11\"},"
                + "\"productVariants\":{\"nodes\":[" + row(1, "ACTIVE").strip()
                + "],\"pageInfo\":{\"hasNextPage\":false,\"endCursor\":\"c\"}}}")));
        rig.says(size(1, "EXACT"));
        Whole read = read();
        assertThat(read.rows()).extracting(StockLevel::item).containsExactly(Rig.item(1));
        assertThat(read.last().total()).hasValue(1);
    }

    @Test
    void whileAllPlacesAreTakenALargerShopWaitsForOne() {
        rig.says(size(25_001, "AT_LEAST"), refused("OPERATION_IN_PROGRESS"), refused("LIMIT_REACHED"));
        rig.says(started(5), done(1), file(rows(1, 1)));
        assertThat(read().last().total()).hasValue(1);
        assertThat(rig.clock.waits()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aPlaceThatNeverBecomesFreeIsAFailureThatSaysWhenToTryAgain() {
        rig.says(size(25_001, "AT_LEAST"));
        IntStream.range(0, 70).forEach(at -> rig.says(refused("OPERATION_IN_PROGRESS")));
        PortException.Transient failure = catchThrowableOfType(PortException.Transient.class, this::read);
        assertThat(failure.context().code()).contains(ShopifyErrors.BULK_BUSY);
        assertThat(failure.retryAfter()).contains(Duration.ofMinutes(5));
    }

    @Test
    void aLongOperationGivesControlBackWithoutRows() {
        rig.says(size(1, "EXACT"), started(5));
        IntStream.range(0, 30).forEach(at -> rig.says(status("RUNNING", "")));
        LevelPage begun = source.levels(Rig.LOCATION, Optional.empty());
        Instant before = rig.clock.instant();
        LevelPage waiting = source.levels(Rig.LOCATION, begun.next());
        assertThat(Duration.between(before, rig.clock.instant()))
                .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(100));
        assertThat(waiting.items()).isEmpty();
        assertThat(waiting.next()).isPresent().isNotEqualTo(begun.next());
    }

    @Test
    void theWaitsGrowAndStayBounded() {
        rig.says(size(1, "EXACT"), started(5));
        IntStream.range(0, 20).forEach(at -> rig.says(status("RUNNING", "")));
        rig.says(done(1), file(rows(1, 1)));
        read();
        List<Duration> waits = rig.clock.waits();
        assertThat(waits).hasSize(20);
        assertThat(waits.get(0)).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1250));
        assertThat(waits.get(5)).isGreaterThan(waits.get(0));
        assertThat(waits.get(19)).isBetween(Duration.ofSeconds(30), Duration.ofMillis(37_500));
    }

    @Test
    void anOperationThatNeverEndsIsGivenUp() {
        rig.says(size(1, "EXACT"), started(5));
        IntStream.range(0, 800).forEach(at -> rig.says(status("RUNNING", "")));
        assertFails(PortException.Transient.class, ShopifyErrors.BULK_SLOW);
    }

    @Test
    void aQueryThatShopifyDoesNotTakeIsNotSentAgain() {
        rig.says(size(1, "EXACT"), refused("INVALID"));
        assertFails(PortException.Protocol.class, ShopifyErrors.NOT_UNDERSTOOD);
        assertThat(rig.shop.seen()).hasSize(2);
    }

    @Test
    void aStartThatLostItsAnswerIsRepeated() {
        rig.says(size(1, "EXACT"), ShopServer.cut(), started(6), done(1), file(rows(1, 1)));
        assertThat(read().last().total()).hasValue(1);
    }

    @Test
    void aCursorOfAnotherLocationIsRejected() {
        rig.says(size(1, "EXACT"), started(5));
        LevelPage begun = source.levels(Rig.LOCATION, Optional.empty());
        ExternalId other = new ExternalId("gid://shopify/Location/12");
        assertThatThrownBy(() -> source.levels(other, begun.next())).isInstanceOf(PortException.Rejected.class);
    }

    @Test
    void readsThatAreGivenUpDoNotPileUp() {
        List<LevelPage> pages = new ArrayList<>();
        for (int read = 0; read < 6; read++) {
            rig.says(size(1001, "EXACT"), started(100 + read), done(1001), file(rows(1, 1001)));
            LevelPage begun = source.levels(Rig.LOCATION, Optional.empty());
            pages.add(source.levels(Rig.LOCATION, begun.next()));
        }
        LevelPage kept = source.levels(Rig.LOCATION, pages.get(5).next());
        assertThat(kept.total()).hasValue(1001);
        rig.says(done(1001), part(rows(1001, 1001)));
        LevelPage pushedOut = source.levels(Rig.LOCATION, pages.get(0).next());
        assertThat(pushedOut.total()).hasValue(1001);
    }
}
