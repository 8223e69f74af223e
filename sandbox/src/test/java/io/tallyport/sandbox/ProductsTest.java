package io.tallyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.catalogue.CatalogueGenerator;
import io.tallyport.sandbox.catalogue.CatalogueItem;
import io.tallyport.sandbox.http.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each side shows of its products, and how staff change it. */
class ProductsTest {

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(30).withSeed(5));
    private final Client client = new Client(sandbox);
    private final CatalogueItem item =
            CatalogueGenerator.generate(5, 30).skip(9).findFirst().orElseThrow();
    private final String sku = item.posSku().orElseThrow();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private JsonNode edit(String platform, String what) {
        return client.controlled(
                "POST", "products", "{\"platform\":\"" + platform + "\",\"sku\":\"" + sku + "\"," + what + "}");
    }

    private JsonNode rseries() {
        return client.get("Item.json?archived=true&customSku=" + Client.encode(sku) + "&load_relations="
                        + Client.encode("[\"Category\",\"Images\",\"Tags\",\"ItemECommerce\",\"ItemAttributes\"]"))
                .path("Item");
    }

    private JsonNode shopify() {
        String answer = client.shopify("{ productVariants(first: 5, query: \"sku:" + sku + "\") { nodes { price barcode"
                        + " selectedOptions { name value } product { title descriptionHtml productType tags status"
                        + " mediaCount { count } media(first: 5) { nodes { preview { image { url } } } } } } } }")
                .body();
        return Json.read(answer).at("/data/productVariants/nodes/0");
    }

    private JsonNode xseries() {
        return Json.read(client.send(HttpRequest.newBuilder(URI.create(
                                        sandbox.xseriesBaseUrl() + "/api/2.0/products?sku=" + Client.encode(sku)))
                                .header("Authorization", "Bearer " + sandbox.xseriesToken())
                                .build())
                        .body())
                .at("/data/0");
    }

    @Test
    void allSidesShowTheSameAtFirst() {
        assertThat(rseries().path("description").asText()).isEqualTo(item.title());
        assertThat(xseries().path("name").asText()).isEqualTo(item.title());
        assertThat(shopify().at("/product/title").asText()).isEqualTo(item.title());
        assertThat(rseries().at("/Category/fullPathName").asText())
                .endsWith("/" + shopify().at("/product/productType").asText());
        assertThat(xseries().at("/type/name").asText())
                .isEqualTo(shopify().at("/product/productType").asText());
        assertThat(rseries().at("/ItemECommerce/longDescription").asText()).contains(" & ");
        assertThat(shopify().at("/product/descriptionHtml").asText()).contains(" &amp; ");
        assertThat(xseries().path("price_including_tax").decimalValue())
                .isEqualByComparingTo(shopify().path("price").asText());
        assertThat(shopify().at("/product/media/nodes").size())
                .isEqualTo(shopify().at("/product/mediaCount/count").asInt())
                .isEqualTo(xseries().path("images").size());
    }

    @Test
    void aChangeOnOneSideIsSeenThereAlone() {
        String what = "\"title\":\"New\",\"price\":12.3,\"description\":\"Text\",\"category\":\"A/B\",\"tags\":[\"t\"],"
                + "\"images\":[\"https://x.example.com/a/1.jpg\"],\"barcode\":\"123\",\"status\":\"archived\"";
        assertThat(edit("rseries", what).path("status").asText()).isEqualTo("ARCHIVED");
        JsonNode item = rseries();
        assertThat(item.path("description").asText()).isEqualTo("New");
        assertThat(item.path("archived").asText()).isEqualTo("true");
        assertThat(item.path("ean").asText()).isEqualTo("123");
        assertThat(item.at("/Prices/ItemPrice/0/amount").asText()).isEqualTo("12.3");
        assertThat(item.at("/Category/name").asText()).isEqualTo("B");
        assertThat(item.at("/Tags/tag").asText()).isEqualTo("t");
        assertThat(item.at("/Images/Image/publicID").asText()).isEqualTo("1.jpg");
        assertThat(shopify().at("/product/title").asText()).isEqualTo(this.item.title());

        edit("shopify", what);
        assertThat(shopify().at("/product/status").asText()).isEqualTo("ARCHIVED");
        assertThat(shopify().path("price").asText()).isEqualTo("12.30");
        assertThat(xseries().path("name").asText()).isEqualTo(this.item.title());

        long version = xseries().path("version").asLong();
        edit("xseries", what);
        assertThat(xseries().path("active").asBoolean(true)).isFalse();
        assertThat(xseries().path("version").asLong()).isGreaterThan(version);
        assertThat(xseries().at("/type/name").asText()).isEqualTo("B");
        assertThat(client.controlled("GET", "products?sku=" + Client.encode(sku), "")
                        .at("/xseries/title")
                        .asText())
                .isEqualTo("New");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(client.control("POST", "products", "{\"platform\":\"rseries\",\"sku\":\"none\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.control("POST", "products", "{\"platform\":\"other\",\"sku\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        String draft = "{\"platform\":\"%s\",\"sku\":\"" + sku + "\",\"status\":\"%s\"}";
        assertThat(client.control("POST", "products", draft.formatted("rseries", "draft"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(client.control("POST", "products", draft.formatted("xseries", "draft"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(client.control("POST", "products", draft.formatted("shopify", "unlisted"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.control("POST", "products", draft.formatted("shopify", "sold"))
                        .statusCode())
                .isEqualTo(400);
    }
}
