package io.tallyport.lightspeed.rseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tallyport.core.connection.Location;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.remote.MarkedCursor;
import io.tallyport.remote.StandIn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RSeriesProtocolTest extends ScriptedTill {

    private static final ExternalId SHOP = new ExternalId("1");
    private static final String ROOT = "/API/V3/Account/797/";
    private static final String ITEM =
            "{\"itemID\":\"7\",\"customSku\":\"C-1\",\"ItemShops\":{\"ItemShop\":{\"shopID\":\"1\",\"qoh\":\"5\"}}}";
    private static final String ACCOUNT = "{\"Account\":{\"accountID\":\"797\"}}";
    private static final String LAST = "{\"@attributes\":{\"next\":\"\"},\"Item\":" + ITEM + "}";

    @Test
    void aReadFollowsNextToTheEndAndProvesItsTotal() {
        server.then(200, SHOPS)
                .then(200, ACCOUNT)
                .then(200, pageWithNext(server.url() + ROOT + "Item.json?limit=100&sort=itemID&after=WyI3Il0%3D"))
                .then(200, LAST)
                .then(200, "{\"@attributes\":{\"count\":\"2\"}}");
        InventorySource source = source();

        LevelPage first = source.levels(SHOP, Optional.empty());
        LevelPage last = source.levels(SHOP, first.next());

        assertThat(first.total()).isEmpty();
        assertThat(last.next()).isEmpty();
        assertThat(last.total()).hasValue(2);
        Instant mark = Instant.parse(last.mark().orElseThrow().value());
        assertThat(mark).isEqualTo(mark.truncatedTo(ChronoUnit.SECONDS)).isAfter(clock.instant());
        assertThat(server.asked())
                .extracting(StandIn.Asked::path)
                .containsExactly(
                        ROOT + "Shop.json?archived=true",
                        "/API/V3/Account.json",
                        ROOT + "Item.json?load_relations=%5B%22ItemShops%22%5D&sort=itemID&limit=100",
                        ROOT + "Item.json?limit=100&sort=itemID&after=WyI3Il0%3D&load_relations=%5B%22ItemShops%22%5D",
                        ROOT + "Item.json?count=1");
        assertThat(server.asked().get(0).header("Authorization")).contains("Bearer t0ken");
        assertThat(server.asked().get(0).header("Accept")).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/API/V3/Account/797/Item.json?after=1",
                "http://127.0.0.1:1/API/V3/Account/797/Item.json?after=1",
                "http://127.0.0.1@evil.example/API/V3/Account/797/Item.json?after=1",
                "HOST/API/V3/Account/798/Item.json?after=1",
                "HOST/API/V3/Account/797/../798/Item.json?after=1",
                "HOST/API/V3/Account/797/Item.json",
                "/API/V3/Account/797/Item.json?after=1",
                "not a url"
            })
    void aNextPageThatLeadsAstrayIsNotFollowed(String next) {
        server.then(200, SHOPS)
                .then(200, ACCOUNT)
                .then(200, pageWithNext(next.replace("HOST", server.url().toString())));

        PortException.Protocol failure =
                catchThrowableOfType(PortException.Protocol.class, () -> source().levels(SHOP, Optional.empty()));

        assertThat(failure.context().code()).contains(LightspeedErrors.UNREADABLE);
        assertThat(server.asked()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/API/V3/Account/797/Item.json?after=1",
                "/API/V3/Account/797/Order.json?after=1",
                "@evil.example/",
                ""
            })
    void aCursorOfSomethingElseIsRefusedAndNothingIsSent(String cursor) {
        server.then(200, SHOPS);

        assertThatThrownBy(() -> source().levels(SHOP, Optional.of(new Cursor("2026-03-01T12:00:00Z|" + cursor))))
                .isInstanceOf(PortException.Rejected.class);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aCursorWithoutItsMarkIsRefused() {
        server.then(200, SHOPS);

        assertThatThrownBy(() -> source().levels(SHOP, Optional.of(new Cursor(ROOT + "Item.json?after=1"))))
                .isInstanceOf(PortException.Rejected.class);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void theServersTimeAtTheFirstPageIsWhereTheNextReadOfChangesBegins() {
        server.then(200, SHOPS)
                .then(200, "{\"@attributes\":{\"next\":\"" + server.url() + ROOT + "ItemShop.json?after=x\"}}")
                .then(200, "{\"@attributes\":{}}");
        InventorySource source = source();
        Watermark since = new Watermark("2026-03-01T12:00:07Z");

        LevelPage first = source.changedSince(SHOP, since, Optional.empty());
        LevelPage last = source.changedSince(SHOP, since, first.next());

        Instant told =
                MarkedCursor.parse(first.next().orElseThrow()).orElseThrow().mark();
        assertThat(told).isAfter(Instant.parse(since.value()));
        assertThat(last.mark()).contains(new Watermark(told.toString()));
    }

    @Test
    void theMarkNeverMovesBack() {
        server.then(200, SHOPS).then(200, "{\"@attributes\":{}}");
        Watermark since = new Watermark("2126-03-01T12:00:07Z");

        assertThat(source().changedSince(SHOP, since, Optional.empty()).mark()).contains(since);
    }

    @Test
    void theChangeFeedLooksTenSecondsBackAndKeepsToTheShop() {
        server.then(200, SHOPS).then(200, """
                        {"ItemShop":[{"itemID":"7","shopID":"1","qoh":"4"},{"itemID":"7","shopID":"0","qoh":"9"}]}""");

        LevelPage changed = source().changedSince(SHOP, new Watermark("2026-03-01T12:00:07Z"), Optional.empty());

        assertThat(changed.items()).singleElement().satisfies(level -> {
            assertThat(level.item()).isEqualTo(new ExternalId("7"));
            assertThat(level.onHand().orElseThrow()).hasToString("4");
        });
        assertThat(changed.total()).isEmpty();
        assertThat(server.asked().get(1).path())
                .isEqualTo(ROOT + "ItemShop.json?shopID=1&timeStamp=%3E%3D%2C2026-03-01T11%3A59%3A57Z"
                        + "&sort=timeStamp&limit=100");
    }

    @Test
    void aWatermarkOfAnotherPlatformIsRefused() {
        server.then(200, SHOPS);

        assertThatThrownBy(() -> source().changedSince(SHOP, new Watermark("42"), Optional.empty()))
                .isInstanceOf(PortException.Rejected.class);
    }

    @Test
    void someItemsAreAskedForInChunksOfAHundred() {
        server.then(200, SHOPS).then(200, "{\"Item\":" + ITEM + "}").then(200, "{\"@attributes\":{}}");
        List<ExternalId> ids = IntStream.rangeClosed(1, 101)
                .mapToObj(id -> new ExternalId(Integer.toString(id)))
                .toList();

        List<StockLevel> levels = source().levelsOf(SHOP, ids);

        assertThat(levels).hasSize(1);
        assertThat(server.asked().get(1).path()).startsWith(ROOT + "Item.json?itemID=IN%2C%5B1%2C2%2C");
        assertThat(server.asked().get(2).path()).startsWith(ROOT + "Item.json?itemID=IN%2C%5B101%5D&");
    }

    @Test
    void anIdThatIsNoNumberIsUnknownAndNeverPartOfAQuery() {
        server.then(200, SHOPS);

        assertThat(source().levelsOf(SHOP, List.of(new ExternalId("1]&archived=only"))))
                .isEmpty();
        assertThat(server.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "99"})
    void aShopThatIsNotThereIsRejected(String shop) {
        server.then(200, SHOPS);

        PortException.Rejected failure = catchThrowableOfType(
                PortException.Rejected.class, () -> source().levels(new ExternalId(shop), Optional.empty()));

        assertThat(failure.context().code()).contains(LightspeedErrors.LOCATION_UNKNOWN);
    }

    @Test
    void shopsAreLocationsAndArchivedOnesAreInactive() {
        server.then(200, SHOPS);

        assertThat(session().locations())
                .containsExactly(new Location(SHOP, "Main", true), new Location(new ExternalId("2"), "Old", false));
    }

    @Test
    void whereArchivedShopsCannotBeAskedForTheOthersAreStillRead() {
        server.then(400, "{\"message\":\"Unknown field 'archived'.\"}").then(200, SHOPS);

        assertThat(session().locations()).hasSize(2);
        assertThat(server.asked().get(1).path()).isEqualTo(ROOT + "Shop.json");
    }

    private static String pageWithNext(String next) {
        return "{\"@attributes\":{\"next\":\"" + next + "\",\"previous\":\"\"},\"Item\":[" + ITEM + "]}";
    }
}
