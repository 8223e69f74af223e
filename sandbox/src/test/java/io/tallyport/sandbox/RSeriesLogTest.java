package io.tallyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RSeriesLogTest {

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults()
            .withSkus(60)
            .withBaseClock(Clock.fixed(Instant.parse("2026-11-21T10:00:00.750Z"), ZoneOffset.UTC)));
    private final Client client = new Client(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aFigureThatIsSetIsLoggedByTheDifference() {
        client.put("Item/1001.json", set(1250));
        client.put("Item/1001.json", set(1248));
        client.put("Item/1001.json", set(1248));

        List<JsonNode> log = log("");
        assertThat(log).hasSize(2);
        JsonNode second = log.get(1);
        assertThat(second.path("qohChange").asText()).isEqualTo("-2");
        assertThat(second.path("shopID").asText()).isEqualTo("1");
        assertThat(second.path("saleID").asText()).isEqualTo("0");
        assertThat(second.path("causedNegative").asText()).isEqualTo("false");
        assertThat(second.path("createTime").asText()).startsWith("2026-11-21T10:00");
    }

    @Test
    void aSaleIsLoggedWithItsSale() {
        client.put("Item/1001.json", set(1));
        String sku = client.get("Item/1001.json").at("/Item/customSku").asText();
        client.controlled("POST", "sales", "{\"sku\":\"" + sku + "\",\"quantity\":3}");

        JsonNode sale = log("").get(1);
        assertThat(sale.path("qohChange").asText()).isEqualTo("-3");
        assertThat(sale.path("saleID").asText()).isNotEqualTo("0");
        assertThat(sale.path("causedNegative").asText()).isEqualTo("true");
    }

    @Test
    void theLogGoesOnFromAnEntryAndBeginsWithTheNewestWhenAsked() {
        client.put("Item/1001.json", set(1250));
        client.put("Item/1001.json", set(1251));
        client.put("Item/1002.json", set(1252));
        String first = log("").get(0).path("inventoryLogID").asText();

        assertThat(log("&inventoryLogID=" + Client.encode(">," + first))).hasSize(1);
        assertThat(Client.rows(client.get("InventoryLog.json?sort=-inventoryLogID&limit=1"), "InventoryLog"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("itemID").asText()).isEqualTo("1002"));
    }

    @Test
    void theLogIsOnlyAsked() {
        client.put("Item/1001.json", set(1250));

        assertThat(client.rseries("GET", "InventoryLog/1.json", "").statusCode())
                .isEqualTo(405);
        assertThat(client.rseries("POST", "InventoryLog.json", "{}").statusCode())
                .isEqualTo(405);
    }

    private static String set(int qoh) {
        return "{\"ItemShops\":{\"ItemShop\":{\"shopID\":1,\"qoh\":" + qoh + "}}}";
    }

    private List<JsonNode> log(String more) {
        return Client.rows(client.get("InventoryLog.json?itemID=1001" + more), "InventoryLog");
    }
}
