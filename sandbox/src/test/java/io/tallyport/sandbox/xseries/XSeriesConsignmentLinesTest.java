package io.tallyport.sandbox.xseries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.control.ConsignmentControl.Manners;
import io.tallyport.sandbox.control.ConsignmentControl.Manners.Repeated;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class XSeriesConsignmentLinesTest {

    private static final MissingNode NOTHING = MissingNode.getInstance();

    private final Orders orders = new Orders();
    private final List<String> products = orders.products();
    private final String first = products.get(0);
    private final String second = products.get(1);
    private final String id = orders.made("SUPPLIER");

    @Test
    void quantitiesAndCostsAreTextsWithFivePlaces() {
        SandboxResponse answer = orders.call("POST", path(), Orders.line(first, "count", "10"));
        assertThat(answer.status()).isEqualTo(200);
        JsonNode line = Json.read(answer.body()).path("data");
        assertThat(line.path("product_id").asText()).isEqualTo(first);
        assertThat(line.path("count").asText()).isEqualTo("10.00000");
        assertThat(line.path("received").asText()).isEqualTo("0.00000");
        assertThat(line.path("cost").asText()).isEqualTo("4.50000");
        assertThat(line.path("status").asText()).isEqualTo("PENDING");
        assertThat(orders.lines(id).get(0)).isEqualTo(line);
    }

    @Test
    void aNumberThatIsNoTextIsRefused() {
        ObjectNode line = Json.object().put("product_id", first).put("count", 10);
        assertThat(orders.call("POST", path(), line).status()).isEqualTo(400);
        assertThat(orders.add(id, first, "-1")).isEqualTo(400);
        assertThat(orders.add(id, "none", "1")).isEqualTo(422);
        assertThat(orders.put(id, first, "count", "1")).as("not on it").isEqualTo(404);
    }

    @Test
    void aCompositeProductCannotBeOrdered() {
        String composite = "";
        for (JsonNode product :
                orders.retailer.get(Orders.API + "/products?page_size=1000").path("data")) {
            composite = product.path("is_composite").asBoolean()
                    ? product.path("id").asText()
                    : composite;
        }
        assertThat(composite).isNotEmpty();
        assertThat(orders.add(id, composite, "1")).isEqualTo(422);
        assertThat(orders.add(orders.made("OUTLET"), composite, "1")).isEqualTo(200);
    }

    @Test
    void aLinePutSetsWhatItSays() {
        orders.add(id, first, "10");
        orders.put(id, first, "count", "4");
        orders.put(id, first, "count", "4");
        assertThat(count(0)).isEqualTo("4.00000");
    }

    @Test
    void aLinePostedAgainDoesWhatTheMannersSay() {
        orders.add(id, first, "10");
        orders.add(id, first, "10");
        assertThat(count(0)).isEqualTo("10.00000");
        manners(Repeated.ADDS);
        orders.add(id, first, "10");
        assertThat(count(0)).isEqualTo("20.00000");
        manners(Repeated.REFUSED);
        assertThat(orders.add(id, first, "10")).isEqualTo(422);
    }

    private void manners(Repeated repeated) {
        orders.retailer.standIn.consignments().manners(new Manners(true, true, repeated, false, Duration.ZERO));
    }

    @Test
    void theBulkCallAddsUpOnOrdersAndSetsElsewhere() {
        assertThat(bulk(id, "count", first, second).status()).isEqualTo(200);
        SandboxResponse again = bulk(id, "count", first);
        assertThat(Json.read(again.body())
                        .path("data")
                        .path(first)
                        .path("count")
                        .asText())
                .isEqualTo("6.00000");
        assertThat(orders.lines(id)).hasSize(2);
        String transfer = orders.made("OUTLET");
        bulk(transfer, "count", first);
        bulk(transfer, "count", first);
        assertThat(orders.lines(transfer).get(0).path("count").asText()).isEqualTo("3.00000");
    }

    @Test
    void theBulkCallWantsABareArrayAndAQuantity() {
        ObjectNode wrapped = Json.object();
        wrapped.putArray("data").add(Orders.line(first, "count", "1"));
        assertThat(orders.call("POST", bulkPath(id), wrapped).status()).isEqualTo(400);
        ArrayNode none = Json.object().putArray("x").add(Json.object().put("product_id", first));
        assertThat(orders.call("POST", bulkPath(id), none).status()).isEqualTo(422);
        assertThat(orders.lines(id)).isEmpty();
    }

    @Test
    void beyondFiveHundredTheServerTimesOutAlthoughItHasDoneIt() {
        String[] many = new String[ConsignmentLines.ADVISED + 1];
        Arrays.fill(many, first);
        assertThat(bulk(id, "count", many).status()).isEqualTo(504);
        assertThat(count(0)).isEqualTo("1503.00000");
    }

    @Test
    void anyReceivedQuantityInBulkDispatchesTheOrder() {
        orders.add(id, first, "10");
        assertThat(bulk(id, "received", first).status()).isEqualTo(200);
        assertThat(orders.read(id).path("status").asText()).isEqualTo("DISPATCHED");
        assertThat(orders.lines(id).get(0).path("received").asText()).isEqualTo("3.00000");
        bulk(id, "received", first);
        assertThat(orders.lines(id).get(0).path("received").asText()).isEqualTo("6.00000");
    }

    @Test
    void aReceivedQuantityOnALineDispatchesASentOrderAndMeansNothingOnAnOpenOne() {
        orders.add(id, first, "10");
        orders.put(id, first, "received", "2");
        assertThat(orders.read(id).path("status").asText()).isEqualTo("OPEN");
        assertThat(orders.lines(id).get(0).path("received").asText()).isEqualTo("0.00000");
        orders.status(id, "SUPPLIER", "SENT");
        orders.put(id, first, "received", "2");
        assertThat(orders.read(id).path("status").asText()).isEqualTo("DISPATCHED");
        assertThat(orders.lines(id).get(0).path("received").asText()).isEqualTo("2.00000");
    }

    @Test
    void onceDispatchedTheCountStandsAndTheLineStays() {
        orders.add(id, first, "10");
        orders.status(id, "SUPPLIER", "SENT");
        orders.status(id, "SUPPLIER", "DISPATCHED");
        assertThat(orders.put(id, first, "count", "3")).isEqualTo(200);
        assertThat(count(0)).isEqualTo("10.00000");
        assertThat(delete(first)).isEqualTo(422);
        assertThat(orders.add(id, second, "5")).isEqualTo(200);
        assertThat(orders.lines(id).get(1).has("count"))
                .as("of what was not ordered")
                .isFalse();
    }

    @Test
    void aLineCanBeTakenOffWhileTheOrderIsOpenOrSent() {
        orders.add(id, first, "10");
        orders.add(id, second, "10");
        assertThat(delete(first)).isEqualTo(204);
        orders.status(id, "SUPPLIER", "SENT");
        assertThat(delete(second)).isEqualTo(204);
        assertThat(orders.lines(id)).isEmpty();
        assertThat(delete(second)).isEqualTo(404);
    }

    @Test
    void aChangedLineMovesTheOrdersVersionOnlyIfTheMannersSaySo() {
        orders.add(id, first, "10");
        long before = orders.read(id).path("version").asLong();
        orders.put(id, first, "count", "11");
        assertThat(orders.read(id).path("version").asLong()).isEqualTo(before);
        orders.retailer.standIn.consignments().manners(new Manners(true, true, Repeated.SETS, true, Duration.ZERO));
        orders.put(id, first, "count", "12");
        assertThat(orders.read(id).path("version").asLong()).isGreaterThan(before);
    }

    private SandboxResponse bulk(String consignment, String field, String... lines) {
        ArrayNode array = Json.object().putArray("lines");
        List.of(lines).forEach(line -> array.add(Orders.line(line, field, "3")));
        return orders.call("POST", bulkPath(consignment), array);
    }

    private int delete(String product) {
        return orders.call("DELETE", path() + "/" + product, NOTHING).status();
    }

    private static String bulkPath(String consignment) {
        return "/consignments/" + consignment + "/bulk";
    }

    private String path() {
        return "/consignments/" + id + "/products";
    }

    /** A line's count; the one that changed last stands last. */
    private String count(int place) {
        return orders.lines(id).get(place).path("count").asText();
    }
}
