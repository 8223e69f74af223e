package io.tallyport.http;

import static io.tallyport.http.Served.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.access.Role;
import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.purchasing.PartnerKind;
import io.tallyport.core.purchasing.PartnerMapping;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order from its writing to its goods, over the REST API alone: real HTTP on both sides, a real database, a real worker. */
abstract class OrdersOverHttp {

    private static final String ORDERS = "/api/v1/purchase-orders";
    private static final ConnectionId STORE = new ConnectionId("store");
    private static final long MOST_LOOKS = 100_000;

    @TempDir
    Path directory;

    private Sandbox sandbox;
    private Served served;
    private String approver;

    /** Where the database is, as a process is told it. */
    abstract Map<String, String> database();

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxSettings.defaults().withSkus(30).withWideLimits());
        Map<String, String> settings = new HashMap<>(database());
        settings.put("TALLYPORT_SYNC_ANSWER_SECONDS", "1");
        served = new Served(directory, settings, true);
        approver = served.token(Role.APPROVER);
        served.tallyport
                .connectionDesk()
                .add(
                        new ConnectionDesk.Draft(
                                STORE,
                                new Platform("lightspeed-x"),
                                sandbox.xseriesDomainPrefix(),
                                URI.create(sandbox.xseriesBaseUrl()),
                                Environment.SANDBOX,
                                AccessMode.READ_WRITE,
                                Map.of("token", new Secret(sandbox.xseriesToken())),
                                Map.of()),
                        "tester");
        map(PartnerKind.SUPPLIER, "Seed Co", sandbox.xseriesSupplier());
        map(PartnerKind.OUTLET, "Main", sandbox.xseriesOutlet());
    }

    private void map(PartnerKind kind, String name, String id) {
        served.tallyport
                .purchasing()
                .stores()
                .partners()
                .put(new PartnerMapping(STORE, kind, name, new ExternalId(id)));
    }

    @AfterEach
    void stop() {
        served.close();
        sandbox.close();
    }

    private JsonNode control(String what) {
        return Served.json(served.send(HttpRequest.newBuilder(URI.create(sandbox.controlUrl() + "/" + what))));
    }

    private List<String> skus() {
        return StreamSupport.stream(control("levels").path("xseries").spliterator(), false)
                .map(row -> row.path("sku").asText())
                .filter(sku -> !sku.isBlank())
                .distinct()
                .limit(2)
                .toList();
    }

    /** An order that a worker has brought to the store. */
    private String submitted(List<String> skus) {
        JsonNode made = Served.json(served.post(ORDERS, approver, """
                {"connection": "store", "supplier": "Seed Co", "outlet": "Main",
                 "lines": [{"sku": "%s", "quantity": 10, "cost": "2.50"}, {"sku": "%s", "quantity": 4}]}
                """.formatted(skus.get(0), skus.get(1))));
        String place = ORDERS + "/" + made.path("id").asText();
        assertThat(served.post(place + "/approve", approver).statusCode()).isEqualTo(200);
        await(place, "submitted");
        return place;
    }

    private void await(String place, String state) {
        JsonNode order = order(place);
        for (long looks = 0; !order.path("state").asText().equals(state); looks++) {
            assertThat(looks).as(order.toString()).isLessThan(MOST_LOOKS);
            order = order(place);
        }
    }

    private JsonNode order(String place) {
        return Served.json(served.get(place, approver)).path("order");
    }

    @Test
    void anOrderIsWrittenSentChangedAndReceivedByTheApiAlone() {
        List<String> skus = skus();
        String place = submitted(skus);
        assertThat(control("consignments").path("consignments")).hasSize(1);

        String change = "{\"lines\":[{\"sku\":\"" + skus.get(1) + "\",\"quantity\":6}]}";
        JsonNode changed = Served.json(served.post(place + "/change", approver, change));
        assertThat(changed.path("job").isIntegralNumber())
                .as(changed.toString())
                .isTrue();
        for (long looks = 0; order(place).path("syncDue").asBoolean(); looks++) {
            assertThat(looks).isLessThan(MOST_LOOKS);
        }

        String operator = served.token(Role.OPERATOR);
        String some = "{\"lines\":[{\"sku\":\"" + skus.get(0) + "\",\"received\":\"10\"},{\"sku\":\"" + skus.get(1)
                + "\",\"received\":5}]}";
        JsonNode partly = Served.json(served.post(place + "/receive", operator, some));
        assertThat(partly.path("ending").asText()).as(partly.toString()).isEqualTo("in-step");
        assertThat(partly.at("/order/state").asText()).isEqualTo("partially-received");
        JsonNode whole = Served.json(served.post(place + "/receive", operator, "{\"complete\":true}"));
        assertThat(whole.at("/order/state").asText()).as(whole.toString()).isEqualTo("received");
        assertThat(whole.at("/order/lines/1/received").asText()).isEqualTo("5");

        JsonNode details = Served.json(served.get(place, operator));
        assertThat(details.path("discrepancies")).hasSize(1);
        assertThat(details.at("/discrepancies/0/kind").asText()).isEqualTo("short");
        assertThat(control("consignments").path("consignments")).hasSize(1);
    }

    @Test
    void goodsOfNothingAndOfUnknownLinesAreRefusedWithoutACall() {
        List<String> skus = skus();
        String place = submitted(skus);

        assertProblem(served.post(place + "/receive", approver, "{\"complete\":true}"), 422, "TP134");
        assertProblem(
                served.post(place + "/receive", approver, "{\"lines\":[{\"sku\":\"OTHER\",\"received\":1}]}"),
                422,
                "TP134");
        assertProblem(served.post(place + "/receive", approver, "{}"), 400, "");
        assertProblem(served.post(place + "/receive", served.token(Role.VIEWER), "{\"complete\":true}"), 403, "TP172");

        assertThat(order(place).path("state").asText()).isEqualTo("submitted");
        assertThat(control("consignments").at("/consignments/0/status").asText())
                .isEqualTo("SENT");
    }
}
