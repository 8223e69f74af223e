package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.remote.MarkedCursor;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShopifyInventorySourceTest {

    private static final String LEVEL = """
            {"isActive":true,"quantities":[{"name":"available","quantity":3},{"name":"on_hand","quantity":4}]}""";
    private static final Watermark NOON = new Watermark("2026-11-21T12:00:00Z");

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private static String variant(int number, int item, String status) {
        return "{\"id\":\"gid://shopify/ProductVariant/" + number
                + "\",\"title\":\"Default Title\",\"product\":{\"title\":\"P" + number + "\",\"status\":\"" + status
                + "\"},\"inventoryItem\":{\"id\":\"gid://shopify/InventoryItem/" + item + "\",\"sku\":\"S" + item
                + "\",\"tracked\":true,\"inventoryLevel\":" + LEVEL + "}}";
    }

    private static String active(int number) {
        return variant(number, number, "ACTIVE");
    }

    private static ShopServer.Reply page(String next, String... variants) {
        return ShopServer.json(Recorded.data("{\"location\":{\"id\":\"gid://shopify/Location/11\"},"
                + "\"productVariants\":{\"nodes\":[" + String.join(",", variants) + "]," + pageInfo(next) + "}}"));
    }

    private static String pageInfo(String next) {
        return "\"pageInfo\":{\"hasNextPage\":" + !next.isEmpty() + ",\"endCursor\":\"" + next + "\"}";
    }

    private static ShopServer.Reply count(int count, String precision) {
        return ShopServer.json(Recorded.data("{\"location\":{\"id\":\"gid://shopify/Location/11\"},"
                + "\"productVariantsCount\":{\"count\":" + count + ",\"precision\":\"" + precision + "\"}}"));
    }

    private static void assertRejected(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        failure -> assertThat(failure.context().code()).contains(code));
    }

    private static ShopServer.Reply shop() {
        return count(1, "EXACT");
    }

    @Test
    void theMarkIsTheServersTimeBeforeTheFirstPage() {
        rig.says(shop(), page("", active(1)), count(1, "EXACT"));
        Watermark mark =
                rig.source().levels(Rig.LOCATION, Optional.empty()).mark().orElseThrow();
        assertThat(Instant.parse(mark.value()))
                .isEqualTo(DateTimeFormatter.RFC_1123_DATE_TIME.parse(rig.shop.date(), Instant::from));
    }

    @Test
    void theMarkOfChangesIsTheServersTimeAtTheirFirstPage() {
        rig.says(changes("c9"), changes(""));
        InventorySource source = rig.source();
        LevelPage first = source.changedSince(Rig.LOCATION, NOON, Optional.empty());
        LevelPage last = source.changedSince(Rig.LOCATION, NOON, first.next());
        Instant told =
                MarkedCursor.parse(first.next().orElseThrow()).orElseThrow().mark();
        assertThat(last.mark()).contains(new Watermark(told.toString()));
        assertThat(told).isAfter(Instant.parse(NOON.value()));
        assertThat(rig.shop.seen(1).variables().path("after").asText()).isEqualTo("c9");
    }

    @Test
    void theMarkNeverMovesBack() {
        Watermark later = new Watermark("2126-11-21T12:00:00Z");
        rig.says(changes(""));
        assertThat(rig.source()
                        .changedSince(Rig.LOCATION, later, Optional.empty())
                        .mark())
                .contains(later);
    }

    private static ShopServer.Reply changes(String next) {
        return ShopServer.json(Recorded.data("{\"location\":{\"id\":\"gid://shopify/Location/11\","
                + "\"inventoryLevels\":{\"nodes\":[{\"isActive\":true,\"quantities\":[],\"item\":{"
                + "\"id\":\"gid://shopify/InventoryItem/7\",\"sku\":null,\"tracked\":true}}]," + pageInfo(next)
                + "}}}"));
    }

    @Test
    void aReadGoesOnFromAStoredCursorInAnotherSession() {
        rig.says(shop(), page("c1", active(1), active(2)), page("", active(3)), count(3, "EXACT"));
        LevelPage first = rig.source().levels(Rig.LOCATION, Optional.empty());
        assertThat(first.total()).isEmpty();
        Cursor stored = new Cursor(first.next().orElseThrow().value());
        LevelPage last = rig.source().levels(Rig.LOCATION, Optional.of(stored));
        assertThat(last.next()).isEmpty();
        assertThat(last.total()).hasValue(3);
        assertThat(last.items()).extracting(StockLevel::item).containsExactly(Rig.item(3));
        assertThat(rig.shop.seen(1).variables().has("after")).isFalse();
        assertThat(rig.shop.seen(1).variables().path("first").asInt()).isEqualTo(250);
        assertThat(rig.shop.seen(2).variables().path("after").asText()).isEqualTo("c1");
    }

    @Test
    void archivedProductsAreLeftOutAndNotCounted() {
        rig.says(
                shop(),
                page("c1", active(1), variant(2, 2, "ARCHIVED")),
                page("", variant(3, 3, "ARCHIVED"), variant(4, 4, "DRAFT"), variant(5, 5, "UNLISTED")),
                count(5, "EXACT"));
        InventorySource source = rig.source();
        LevelPage first = source.levels(Rig.LOCATION, Optional.empty());
        LevelPage last = source.levels(Rig.LOCATION, first.next());
        assertThat(first.items()).extracting(StockLevel::item).containsExactly(Rig.item(1));
        assertThat(last.items()).extracting(StockLevel::item).containsExactly(Rig.item(4), Rig.item(5));
        assertThat(last.total()).hasValue(3);
    }

    @Test
    void anArchivedProductThatComesTwiceIsTakenOffTheTotalOnce() {
        String archived = variant(2, 2, "ARCHIVED");
        rig.says(shop(), page("c1", active(1), archived), page("c2", active(1), archived), page("", active(3)));
        rig.says(count(3, "EXACT"));
        InventorySource source = rig.source();
        Optional<Cursor> cursor = source.levels(Rig.LOCATION, Optional.empty()).next();
        cursor = source.levels(Rig.LOCATION, cursor).next();
        assertThat(source.levels(Rig.LOCATION, cursor).total()).hasValue(2);
    }

    @Test
    void variantsThatShareAnInventoryItemAreOneRow() {
        rig.says(shop(), page("", variant(1, 9, "ACTIVE"), variant(2, 9, "ACTIVE")), count(2, "EXACT"));
        LevelPage page = rig.source().levels(Rig.LOCATION, Optional.empty());
        assertThat(page.items()).hasSize(1);
        assertThat(page.total()).hasValue(1);
    }

    @Test
    void aCountThatIsNotExactProvesNothing() {
        rig.says(shop(), page("", active(1)), count(25_001, "AT_LEAST"));
        assertThat(rig.source().levels(Rig.LOCATION, Optional.empty()).total()).isEmpty();
    }

    @Test
    void aPageThatCostsTooMuchIsHalvedAndTheSizeRemembered() {
        rig.says(
                shop(),
                ShopServer.json(Recorded.TOO_COSTLY),
                ShopServer.json(Recorded.TOO_COSTLY),
                page("c1", active(1)),
                page("", active(2)),
                count(2, "EXACT"));
        InventorySource source = rig.source();
        LevelPage first = source.levels(Rig.LOCATION, Optional.empty());
        assertThat(source.levels(Rig.LOCATION, first.next()).total()).hasValue(2);
        assertThat(rig.shop.seen().stream()
                        .skip(1)
                        .limit(4)
                        .map(seen -> seen.variables().path("first").asInt()))
                .containsExactly(250, 125, 62, 62);
    }

    @Test
    void anUnknownLocationIsNotAShopWithoutStock() {
        rig.says(shop());
        rig.says(ShopServer.json(Recorded.data("{\"location\":null,\"productVariants\":{\"nodes\":["
                + active(1).replace(LEVEL, "null") + "]," + pageInfo("") + "}}")));
        InventorySource source = rig.source();
        assertRejected(() -> source.levels(Rig.LOCATION, Optional.empty()), ShopifyErrors.UNKNOWN_LOCATION);
        rig.says(ShopServer.json(Recorded.data("{\"location\":null}")));
        assertRejected(() -> source.changedSince(Rig.LOCATION, NOON, Optional.empty()), ShopifyErrors.UNKNOWN_LOCATION);
        rig.says(ShopServer.json(Recorded.data("{\"location\":null,\"nodes\":[null]}")));
        assertRejected(() -> source.levelsOf(Rig.LOCATION, List.of(Rig.item(1))), ShopifyErrors.UNKNOWN_LOCATION);
    }

    @Test
    void anIdThatCannotBeALocationIsNotAskedFor() {
        ExternalId wrong = new ExternalId("11");
        InventorySource source = rig.source();
        assertRejected(() -> source.levels(wrong, Optional.empty()), ShopifyErrors.UNKNOWN_LOCATION);
        assertRejected(() -> source.levelsOf(wrong, List.of()), ShopifyErrors.UNKNOWN_LOCATION);
        assertThat(rig.shop.seen()).isEmpty();
    }

    @Test
    void aCursorOfAnotherReadIsRejected() {
        assertRejected(
                () -> rig.source().levels(Rig.LOCATION, Optional.of(new Cursor("c1"))), ShopifyErrors.INVALID_DATA);
    }

    @Test
    void changesAreAskedForFromHalfAMinuteBeforeTheMark() {
        rig.says(ShopServer.json(Recorded.data("{\"location\":{\"id\":\"gid://shopify/Location/11\","
                + "\"inventoryLevels\":{\"nodes\":[{\"isActive\":false,\"quantities\":[],\"item\":{"
                + "\"id\":\"gid://shopify/InventoryItem/7\",\"sku\":null,\"tracked\":false}}],"
                + pageInfo("c9") + "}}}")));
        LevelPage page =
                rig.source().changedSince(Rig.LOCATION, NOON, Optional.of(new Cursor("2026-11-21T12:00:00Z|c8")));
        assertThat(page.next()).contains(new Cursor("2026-11-21T12:00:00Z|c9"));
        assertThat(page.items()).singleElement().satisfies(level -> {
            assertThat(level.item()).isEqualTo(Rig.item(7));
            assertThat(level.stocking()).isEqualTo(Stocking.INACTIVE);
            assertThat(level.tracked()).isFalse();
        });
        assertThat(rig.shop.seen(0).variables().path("filter").asText())
                .isEqualTo("updated_at:>='2026-11-21T11:59:30Z'");
        assertThat(rig.shop.seen(0).variables().path("after").asText()).isEqualTo("c8");
    }

    @Test
    void aFilterThatWasIgnoredIsAFailure() {
        rig.says(ShopServer.json(Recorded.FILTER_IGNORED));
        assertThatThrownBy(() -> rig.source().changedSince(Rig.LOCATION, NOON, Optional.empty()))
                .isInstanceOf(PortException.Protocol.class);
    }

    @Test
    void aWatermarkOfAnotherPlatformIsRejected() {
        assertRejected(
                () -> rig.source().changedSince(Rig.LOCATION, new Watermark("7"), Optional.empty()),
                ShopifyErrors.INVALID_DATA);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 250, 251, 600})
    void theLevelsOfManyItemsAreAskedForInChunks(int number) {
        for (int from = 0; from < number; from += 250) {
            rig.says(nodes(IntStream.range(from, Math.min(number, from + 250))
                    .mapToObj(at -> node(1000 + at))
                    .collect(Collectors.joining(","))));
        }
        Collection<ExternalId> items =
                IntStream.range(0, number).mapToObj(at -> Rig.item(1000 + at)).toList();
        List<StockLevel> levels = rig.source().levelsOf(Rig.LOCATION, items);
        assertThat(levels).extracting(StockLevel::item).containsExactlyElementsOf(items);
        assertThat(levels).allMatch(level -> level.available().equals(Optional.of(Quantity.of(3))));
        assertThat(rig.shop.seen())
                .hasSize((number + 249) / 250)
                .allMatch(seen -> seen.variables().path("items").size() <= 250);
    }

    private static ShopServer.Reply nodes(String nodes) {
        return ShopServer.json(
                Recorded.data("{\"location\":{\"id\":\"gid://shopify/Location/11\"},\"nodes\":[" + nodes + "]}"));
    }

    private static String node(int item) {
        return "{\"id\":\"gid://shopify/InventoryItem/" + item + "\",\"sku\":\"S\",\"tracked\":true,\"inventoryLevel\":"
                + LEVEL + "}";
    }

    @Test
    void unknownItemsAreNotInTheAnswerAndImpossibleOnesNotInTheQuestion() {
        rig.says(nodes("null," + node(2)));
        List<StockLevel> levels = rig.source()
                .levelsOf(Rig.LOCATION, List.of(Rig.item(1), Rig.item(2), new ExternalId("nope"), Rig.item(2)));
        assertThat(levels).extracting(StockLevel::item).containsExactly(Rig.item(2));
        assertThat(rig.shop.seen(0).variables().path("items")).hasSize(2);
    }

    @Test
    void chunksThatCostTooMuchAreHalved() {
        rig.says(ShopServer.json(Recorded.TOO_COSTLY), nodes(node(1)), nodes(node(2)));
        List<ExternalId> items = IntStream.range(0, 250).mapToObj(Rig::item).toList();
        assertThat(rig.source().levelsOf(Rig.LOCATION, items)).hasSize(2);
        assertThat(rig.shop.seen().stream()
                        .map(seen -> seen.variables().path("items").size()))
                .containsExactly(250, 125, 125);
    }
}
