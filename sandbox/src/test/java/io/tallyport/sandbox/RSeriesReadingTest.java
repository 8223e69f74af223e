package io.tallyport.sandbox;

import static io.tallyport.sandbox.Client.encode;
import static io.tallyport.sandbox.Client.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RSeriesReadingTest {

    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.defaults()
            .withSkus(250)
            .withBaseClock(Clock.fixed(Instant.parse("2026-11-21T10:00:00.750Z"), ZoneOffset.UTC)));

    private final Client client = new Client(SANDBOX);

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void followingNextShowsEveryItemOnceInOrder() {
        List<List<JsonNode>> pages = client.pages("Item", "?archived=true");
        List<Long> ids = ids(pages, "itemID");
        assertThat(pages.stream().map(List::size)).startsWith(100, 100);
        assertThat(ids).isSorted().doesNotHaveDuplicates().hasSize(count("Item.json?count=1&archived=true"));
    }

    @Test
    void aTimeSortedListPagesThroughEqualTimes() {
        List<Long> ids = ids(client.pages("ItemShop", "?sort=timeStamp&limit=40&shopID=1"), "itemShopID");
        assertThat(ids).doesNotHaveDuplicates().hasSize(count("ItemShop.json?count=1&shopID=1"));
        List<Long> reversed = ids(client.pages("ItemShop", "?sort=-timeStamp&limit=40&shopID=1"), "itemShopID");
        assertThat(reversed).containsExactlyInAnyOrderElementsOf(ids).isNotEqualTo(ids);
    }

    @Test
    void previousLeadsBack() {
        JsonNode first = client.get("Item.json?limit=30");
        JsonNode second = client.follow(first, "next");
        JsonNode back = client.follow(second, "previous");
        assertThat(first.path("@attributes").path("previous").asText()).isEmpty();
        assertThat(back.path("Item")).isEqualTo(first.path("Item"));
    }

    @Test
    void oneRowIsAnObjectAndNoneIsNoKey() {
        JsonNode one = client.get("Item.json?itemID=1001");
        assertThat(one.path("Item").isObject()).isTrue();
        JsonNode none = client.get("Item.json?itemID=1");
        assertThat(none.has("Item")).isFalse();
        assertThat(none.has("@attributes")).isTrue();
    }

    @Test
    void everyScalarIsAText() {
        JsonNode item = client.get("Item.json?itemID=1001&load_relations=" + encode("[\"ItemShops\",\"Tags\"]"))
                .path("Item");
        item.forEach(value -> assertThat(value.isTextual() || value.isObject()).isTrue());
        assertThat(item.path("Tags").asText("missing")).isEmpty();
        assertThat(item.path("Prices").path("ItemPrice").get(0).path("useType").asText())
                .isEqualTo("Default");
        JsonNode shops = item.path("ItemShops").path("ItemShop");
        assertThat(shops).hasSize(3);
        shops.forEach(shop -> assertThat(shop.path("qoh").isTextual()).isTrue());
        assertThat(shops.get(0).path("shopID").asText()).isEqualTo("0");
        assertThat(shops.get(0).has("averageCost")).isTrue();
        assertThat(shops.get(1).has("averageCost")).isFalse();
        assertThat(shops.get(1).has("onWorkorder")).isTrue();
    }

    @Test
    void archivedItemsShowOnlyWhenAskedFor() {
        int visible = count("Item.json?count=1");
        int archived = count("Item.json?count=1&archived=only");
        assertThat(archived).isPositive();
        assertThat(count("Item.json?count=1&archived=true")).isEqualTo(visible + archived);
    }

    @Test
    void operatorsFilterAsDocumented() {
        assertThat(count("Item.json?count=1&itemID=" + encode("IN,[1001,1002,1003,9]")))
                .isEqualTo(3);
        assertThat(count("Item.json?count=1&itemID=" + encode("><,1001,1003"))).isEqualTo(3);
        assertThat(count("Item.json?count=1&itemID=" + encode("<=,1002"))).isEqualTo(2);
        assertThat(count("ItemShop.json?count=1&shopID=" + encode("IN,[1,2]") + "&itemID=1001"))
                .isEqualTo(2);
        assertThat(count("ItemShop.json?count=1&shopID=" + encode("!=,0") + "&itemID=1001"))
                .isEqualTo(2);
        int negative = count("ItemShop.json?count=1&shopID=1&qoh=" + encode("<,0"));
        assertThat(negative).isPositive().isLessThan(20);
        String sku = client.get("Item/1001.json").path("Item").path("customSku").asText();
        assertThat(count("Item.json?count=1&or=" + encode("customSku=" + sku + "|itemID=1002")))
                .isEqualTo(2);
        assertThat(count("Item.json?count=1&customSku=" + encode("~," + sku.substring(0, 10) + "%")))
                .isEqualTo(1);
        String ean = client.get("Item/1001.json").path("Item").path("ean").asText();
        assertThat(count("Item.json?count=1&itemCode=" + ean)).isEqualTo(1);
        assertThat(count("Item.json?count=1&itemCode=1001")).isEqualTo(1);
    }

    @Test
    void aFilterOnALoadedRelationShowsTheParentWithAllItsRows() {
        JsonNode page = client.get("Item.json?load_relations=" + encode("[\"ItemShops\"]") + "&ItemShops.shopID=1"
                + "&ItemShops.qoh=" + encode("<,0"));
        List<JsonNode> items = rows(page, "Item");
        assertThat(items).isNotEmpty().allSatisfy(item -> {
            JsonNode shops = item.path("ItemShops").path("ItemShop");
            assertThat(shops).hasSize(3);
            assertThat(shops.get(1).path("qoh").asText()).startsWith("-");
            assertThat(shops.get(1).path("sellable").asText()).isEqualTo("0");
        });
    }

    @Test
    void whatIsUnknownIsRefused() {
        for (String query : List.of(
                "Item.json?colour=red",
                "Item.json?sort=customSku",
                "Item.json?load_relations=" + encode("[\"Stock\"]"),
                "Item.json?load_relations=ItemShops",
                "Item.json?limit=101",
                "Item.json?offset=100",
                "Item.json?after=100",
                "Item.json?count=1&limit=5",
                "Item.json?ItemShops.qoh=1",
                "Item.json?itemID=" + encode("~,1"),
                "ItemShop.json?sort=itemID",
                "ItemShop.json?timeStamp=" + encode(">=,yesterday"),
                "Shop.json?sort=timeStamp")) {
            HttpResponse<String> answer = slowly(query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.body()).contains("\"httpCode\":\"400\"", "\"errorClass\":\"Exception\"");
        }
        assertThat(slowly("Item/9.json").statusCode()).isEqualTo(404);
        assertThat(slowly("Gadget.json").statusCode()).isEqualTo(404);
    }

    @Test
    void thereAreTwoShopsAndOneAccount() {
        List<JsonNode> shops = rows(client.get("Shop.json"), "Shop");
        assertThat(shops).extracting(shop -> shop.path("shopID").asText()).containsExactly("1", "2");
        HttpResponse<String> accounts = client.send(request("/API/V3/Account.json", SANDBOX.rseriesToken()));
        assertThat(accounts.body()).contains("\"Account\":{\"accountID\":\"" + SANDBOX.rseriesAccount() + "\"");
    }

    @Test
    void aMissingOrWrongTokenIsDenied() {
        String path = "/API/V3/Account/" + SANDBOX.rseriesAccount() + "/Item.json";
        HttpResponse<String> denied = client.send(request(path, "wrong"));
        assertThat(denied.statusCode()).isEqualTo(401);
        assertThat(denied.body())
                .contains("\"error\":\"access_denied\"", "\"hint\":\"Access token could not be verified\"");
        HttpRequest without = HttpRequest.newBuilder(URI.create(SANDBOX.rseriesBaseUrl() + path))
                .build();
        assertThat(client.send(without).statusCode()).isEqualTo(401);
    }

    @Test
    void anotherAccountIsForbidden() {
        SANDBOX.clock().advance(Duration.ofSeconds(5));
        HttpResponse<String> answer = client.send(request("/API/V3/Account/7/Item.json", SANDBOX.rseriesToken()));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void withoutTheSuffixAndTheAcceptHeaderTheAnswerIsXml() {
        HttpResponse<String> answer = slowly("Shop");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/xml"));
        assertThat(answer.body()).contains("<Shop><shopID>1</shopID>");
    }

    private HttpResponse<String> slowly(String pathAndQuery) {
        SANDBOX.clock().advance(Duration.ofSeconds(15));
        return client.rseries("GET", pathAndQuery, "");
    }

    private int count(String pathAndQuery) {
        return Integer.parseInt(
                client.get(pathAndQuery).path("@attributes").path("count").asText());
    }

    private static HttpRequest request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(SANDBOX.rseriesBaseUrl() + path))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private static List<Long> ids(List<List<JsonNode>> pages, String name) {
        List<Long> ids = new ArrayList<>();
        pages.forEach(page -> page.forEach(row -> ids.add(row.path(name).asLong())));
        return ids;
    }
}
