package io.tallyport.sandbox.xseries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.control.ConsignmentControl.Manners;
import io.tallyport.sandbox.control.ConsignmentControl.Manners.Repeated;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class XSeriesConsignmentsTest {

    private static final MissingNode NOTHING = MissingNode.getInstance();

    private final Orders orders = new Orders();
    private final List<String> products = orders.products();
    private final String first = products.get(0);

    @Test
    void anOrderIsMadeOpenAndAnsweredUnderData() {
        SandboxResponse answer = orders.call(
                "POST", "/consignments", orders.body("SUPPLIER", "", "PO-7").put("supplier_id", orders.supplier));
        assertThat(answer.status()).isEqualTo(201);
        JsonNode made = Json.read(answer.body()).path("data");
        assertThat(made.path("status").asText()).isEqualTo("OPEN");
        assertThat(made.path("reference").asText()).isEqualTo("PO-7");
        assertThat(made.path("supplier_id").asText()).isEqualTo(orders.supplier);
        assertThat(orders.read(made.path("id").asText())).isEqualTo(made);
    }

    @Test
    void aWrappedBodyIsTakenAsWellAndAFlatAnswerCanBeHad() {
        orders.retailer.standIn.consignments().manners(new Manners(false, false, Repeated.SETS, false, Duration.ZERO));
        ObjectNode wrapped = Json.object();
        wrapped.set("data", orders.body("SUPPLIER", "", "PO-8"));
        JsonNode made = Json.read(orders.call("POST", "/consignments", wrapped).body());
        assertThat(made.path("reference").asText()).isEqualTo("PO-8");
        JsonNode list = orders.retailer.get(Orders.API + "/consignments");
        assertThat(list.isArray()).isTrue();
        assertThat(list.get(0).path("id")).isEqualTo(made.path("id"));
        assertThat(orders.retailer.get("/api/2026-07/consignments").path("data"))
                .hasSize(1);
    }

    @Test
    void twoMayHaveOneReferenceAndNoFilterFindsIt() {
        orders.made("SUPPLIER", "PO-9");
        orders.made("SUPPLIER", "PO-9");
        orders.made("OUTLET", "PO-10");
        assertThat(listed("?reference=PO-10")).hasSize(3);
        assertThat(listed("?type=OUTLET")).hasSize(1);
        assertThat(listed("?type=SUPPLIER&status=OPEN&outlet_id=" + orders.outlet))
                .hasSize(2);
        assertThat(listed("?status=SENT")).isEmpty();
        assertThat(listed("?outlet_id=" + orders.otherOutlet())).isEmpty();
    }

    @Test
    void theListIsPagedByVersionAndEndsEmpty() {
        for (int number = 0; number < 5; number++) {
            orders.made("SUPPLIER", "PO-" + number);
        }
        List<JsonNode> pages = orders.retailer.pages(Orders.API + "/consignments", "&page_size=2");
        assertThat(TestRetailer.rows(pages))
                .extracting(row -> row.path("reference").asText())
                .containsExactly("PO-0", "PO-1", "PO-2", "PO-3", "PO-4");
        long last = pages.get(pages.size() - 1).at("/version/max").asLong();
        assertThat(orders.retailer
                        .get(Orders.API + "/consignments?after=" + last)
                        .at("/version/max")
                        .isNull())
                .isTrue();
    }

    @Test
    void anOrderGoesFromOpenToReceivedStepByStep() {
        String id = orders.made("SUPPLIER");
        assertThat(orders.status(id, "SUPPLIER", "SENT")).as("empty").isEqualTo(422);
        assertThat(orders.status(id, "SUPPLIER", "CANCELLED")).as("empty").isEqualTo(422);
        assertThat(orders.add(id, first, "10")).isEqualTo(200);
        assertThat(orders.status(id, "SUPPLIER", "DISPATCHED")).as("skips").isEqualTo(422);
        assertThat(orders.status(id, "SUPPLIER", "SENT")).isEqualTo(200);
        assertThat(orders.status(id, "SUPPLIER", "OPEN")).as("back").isEqualTo(422);
        assertThat(orders.status(id, "SUPPLIER", "DISPATCHED")).isEqualTo(200);
        assertThat(orders.status(id, "SUPPLIER", "RECEIVED")).as("nothing came").isEqualTo(422);
        BigDecimal before = orders.level(first, orders.outlet);
        assertThat(orders.put(id, first, "received", "7")).isEqualTo(200);
        assertThat(orders.level(first, orders.outlet)).isEqualByComparingTo(before);
        assertThat(orders.status(id, "SUPPLIER", "RECEIVED")).isEqualTo(200);
        assertThat(orders.level(first, orders.outlet)).isEqualByComparingTo(before.add(BigDecimal.valueOf(7)));
        assertThat(orders.read(id).path("received_at").asText()).startsWith("2026-11-21T");
        assertThat(orders.lines(id).get(0).path("status").asText()).isEqualTo("RECEIVE_SUCCESS");
        assertThat(orders.status(id, "SUPPLIER", "CANCELLED")).as("frozen").isEqualTo(422);
        assertThat(orders.put(id, first, "count", "1")).as("frozen").isEqualTo(422);
        assertThat(orders.call("DELETE", "/consignments/" + id, NOTHING).status())
                .isEqualTo(422);
    }

    @Test
    void whatCannotBeMadeIsRefused() {
        assertThat(refused(orders.body("SUPPLIER", "DISPATCHED", "a"))).isEqualTo(422);
        assertThat(refused(orders.body("SUPPLIER", "RECEIVED", "a"))).isEqualTo(422);
        assertThat(refused(orders.body("GIFT", "", "a"))).isEqualTo(422);
        assertThat(refused(orders.body("SUPPLIER", "", "a").put("outlet_id", "nowhere")))
                .isEqualTo(422);
        assertThat(refused(orders.body("SUPPLIER", "", "a").put("supplier_id", orders.outlet)))
                .isEqualTo(422);
        assertThat(refused(orders.body("SUPPLIER", "", "a").put("source_outlet_id", orders.outlet)))
                .isEqualTo(422);
        assertThat(refused(orders.body("SUPPLIER", "", "a").without(List.of("name"))))
                .isEqualTo(400);
        String id = orders.made("SUPPLIER");
        assertThat(orders.status(id, "RETURN", "OPEN")).as("another type").isEqualTo(422);
        assertThat(orders.call("GET", "/consignments/none", NOTHING).status()).isEqualTo(404);
        assertThat(orders.call("PATCH", "/consignments/" + id, NOTHING).status())
                .isEqualTo(405);
        assertThat(orders.call("PUT", "/consignments/" + id, "no").status()).isEqualTo(400);
    }

    private int refused(JsonNode body) {
        return orders.call("POST", "/consignments", body).status();
    }

    @Test
    void aWriteReplacesAllThatTheOrderSays() {
        String id = orders.made("SUPPLIER", "PO-11");
        ObjectNode body = orders.body("SUPPLIER", "", "").without(List.of("reference"));
        assertThat(orders.call("PUT", "/consignments/" + id, body).status()).isEqualTo(200);
        assertThat(orders.read(id).has("reference")).isFalse();
    }

    @Test
    void aDeletedOrderIsGone() {
        String id = orders.made("SUPPLIER");
        SandboxResponse deleted = orders.call("DELETE", "/consignments/" + id, NOTHING);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(orders.call("GET", "/consignments/" + id, NOTHING).status()).isEqualTo(404);
        assertThat(listed("?deleted=true")).isEmpty();
    }

    @Test
    void totalsAreOneObjectOfTextsInAnArray() {
        String id = orders.made("SUPPLIER");
        orders.add(id, first, "3");
        JsonNode totals = orders.retailer.get(Orders.API + "/consignments/" + id + "/totals");
        assertThat(totals.path("data")).hasSize(1);
        assertThat(totals.at("/data/0/total_sent_count").asText()).isEqualTo("3.00000");
        assertThat(totals.at("/data/0/total_sent_cost").asText()).isEqualTo("13.50000");
        assertThat(totals.at("/data/0/total_received_count").asText()).isEqualTo("0.00000");
        String count = orders.made("STOCKTAKE");
        assertThat(orders.call("GET", "/consignments/" + count + "/totals", NOTHING)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aTransferTakesGoodsFromOneOutletToTheOther() {
        String id = orders.made("OUTLET");
        orders.add(id, first, "4");
        BigDecimal there = orders.level(first, orders.otherOutlet());
        BigDecimal here = orders.level(first, orders.outlet);
        assertThat(orders.status(id, "OUTLET", "SENT")).isEqualTo(200);
        assertThat(orders.level(first, orders.otherOutlet())).isEqualByComparingTo(there.subtract(new BigDecimal(4)));
        assertThat(orders.put(id, first, "received", "3")).isEqualTo(200);
        assertThat(orders.status(id, "OUTLET", "RECEIVED")).isEqualTo(200);
        assertThat(orders.level(first, orders.outlet)).isEqualByComparingTo(here.add(new BigDecimal(3)));
    }

    @Test
    void aReturnTakesGoodsAwayAndEndsSent() {
        String id = orders.made("RETURN");
        orders.add(id, first, "2");
        BigDecimal here = orders.level(first, orders.outlet);
        assertThat(orders.status(id, "RETURN", "SENT")).isEqualTo(200);
        assertThat(orders.level(first, orders.outlet)).isEqualByComparingTo(here.subtract(new BigDecimal(2)));
        assertThat(orders.status(id, "RETURN", "RECEIVED")).isEqualTo(422);
    }

    @Test
    void aCountWithoutFiltersListsTheWholeStoreInTheBackground() {
        String id = orders.made("STOCKTAKE");
        assertThat(orders.status(id, "STOCKTAKE", "STOCKTAKE_IN_PROGRESS")).isEqualTo(200);
        assertThat(orders.status(id, "STOCKTAKE", "STOCKTAKE_COMPLETE"))
                .as("not processed yet")
                .isEqualTo(422);
        orders.retailer.clock.advance(Duration.ofSeconds(5));
        assertThat(orders.read(id).path("status").asText()).isEqualTo("STOCKTAKE_IN_PROGRESS_PROCESSED");
        assertThat(orders.retailer
                        .get(Orders.API + "/consignments/" + id + "/products?page_size=1000")
                        .path("data"))
                .hasSize(products.size());
    }

    @Test
    void whatACountDidNotCountIsZeroOnceItIsComplete() {
        String id = orders.made("STOCKTAKE");
        orders.status(id, "STOCKTAKE", "STOCKTAKE_IN_PROGRESS");
        orders.retailer.clock.advance(Duration.ofSeconds(6));
        orders.put(id, first, "received", "12");
        assertThat(orders.status(id, "STOCKTAKE", "STOCKTAKE_COMPLETE")).isEqualTo(200);
        assertThat(orders.level(first, orders.outlet)).isEqualByComparingTo("12");
        assertThat(products.stream().skip(1).map(product -> orders.level(product, orders.outlet)))
                .allMatch(level -> level.signum() == 0);
    }

    @Test
    void aCountWithFiltersListsThoseProducts() {
        ObjectNode body = orders.body("STOCKTAKE", "STOCKTAKE_IN_PROGRESS", "");
        String id = orders.made("STOCKTAKE");
        body.putArray("filters").addObject().put("type", "product").put("value", first);
        assertThat(orders.call("PUT", "/consignments/" + id, body).status()).isEqualTo(200);
        orders.retailer.clock.advance(Duration.ofSeconds(6));
        assertThat(orders.lines(id)).hasSize(1);
    }

    @Test
    void aCountHasAtMostTwentyFiveFiltersOfKnownKinds() {
        ObjectNode body = orders.body("STOCKTAKE", "STOCKTAKE_SCHEDULED", "");
        String id = orders.made("STOCKTAKE");
        for (int filter = 0; filter < 26; filter++) {
            body.withArray("filters").addObject().put("type", "product").put("value", first);
        }
        assertThat(orders.call("PUT", "/consignments/" + id, body).status()).isEqualTo(422);
        body.putArray("filters").addObject().put("type", "colour").put("value", first);
        assertThat(orders.call("PUT", "/consignments/" + id, body).status()).isEqualTo(422);
    }

    private JsonNode listed(String query) {
        return orders.retailer.get(Orders.API + "/consignments" + query).path("data");
    }
}
