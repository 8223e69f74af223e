package io.tallyport.http;

import static io.tallyport.http.Served.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.access.Grants;
import io.tallyport.core.access.Role;
import io.tallyport.core.kernel.ConnectionId;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderApiIT {

    private static final String ORDERS = "/api/v1/purchase-orders";
    private static final String ORDER = """
            {"connection": "till", "supplier": "Größe & Co", "outlet": "Main",
             "lines": [{"sku": "PEA-1", "quantity": 10, "cost": "2.50"}, {"sku": "BEAN", "quantity": "0.5"}]}
            """;

    private final Served served;

    OrderApiIT(@TempDir Path data) {
        served = new Served(data);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private String onTill(Role role) {
        return served.token(new Grants(Optional.empty(), Map.of(new ConnectionId("till"), role)));
    }

    private HttpResponse<String> post(String body, String token) {
        return served.post(ORDERS, token, body);
    }

    private String written() {
        HttpResponse<String> made = post(ORDER, onTill(Role.OPERATOR));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void anOrderIsWrittenShownApprovedAndItsJobIsThere() {
        String place = written();
        assertThat(place).matches(ORDERS + "/PO-\\d{4}-001");
        JsonNode draft = Served.json(served.get(place, onTill(Role.VIEWER)));
        assertThat(draft.at("/order/state").asText()).isEqualTo("draft");
        assertThat(draft.at("/order/lines/0/cost").asText()).isEqualTo("2.5");
        assertThat(draft.at("/order/lines/1/ordered").asText()).isEqualTo("0.5");
        assertThat(draft.at("/log/0/kind").asText()).isEqualTo("created");

        JsonNode approved = Served.json(served.post(place + "/approve", onTill(Role.APPROVER)));

        assertThat(approved.at("/order/state").asText()).isEqualTo("approved");
        long job = approved.path("job").asLong();
        JsonNode queued = Served.json(served.get("/api/v1/queue/jobs/" + job, served.token(Role.VIEWER)));
        assertThat(queued.findPath("type").asText()).isEqualTo("purchase-order-sync");
        assertProblem(served.post(place + "/approve", onTill(Role.APPROVER)), 409, "TP131");
    }

    @Test
    void rolesCountForTheOrdersConnection() {
        String place = written();
        assertProblem(post(ORDER, onTill(Role.VIEWER)), 403, "TP172");
        assertProblem(post(ORDER.replace("till", "shop"), onTill(Role.OPERATOR)), 403, "TP172");
        assertProblem(served.post(place + "/approve", onTill(Role.OPERATOR)), 403, "TP172");
        assertProblem(served.post(place + "/sync", onTill(Role.VIEWER)), 403, "TP172");
        assertProblem(served.get(ORDERS, onTill(Role.VIEWER)), 403, "TP172");
        assertThat(served.get(ORDERS + "?connection=till", onTill(Role.VIEWER)).statusCode())
                .isEqualTo(200);
        String elsewhere = served.token(new Grants(Optional.empty(), Map.of(new ConnectionId("shop"), Role.ADMIN)));
        assertProblem(served.get(place, elsewhere), 404, "");
    }

    @Test
    void draftsAreNotSyncedAndCancelledOnesAreListed() {
        String place = written();
        assertProblem(served.post(place + "/sync", onTill(Role.OPERATOR)), 409, "TP131");

        assertThat(served.post(place + "/cancel", onTill(Role.APPROVER)).statusCode())
                .isEqualTo(200);

        String viewer = served.token(Role.VIEWER);
        assertThat(Served.json(served.get(ORDERS + "?state=cancelled", viewer)).path("items"))
                .hasSize(1);
        assertThat(Served.json(served.get(ORDERS + "?state=partially-received", viewer))
                        .path("items"))
                .isEmpty();
        assertProblem(served.get(ORDERS + "?state=lost", viewer), 400, "");
        assertProblem(served.get(ORDERS + "/PO-1999-001", viewer), 404, "");
        assertProblem(served.get(ORDERS + "/%20", viewer), 404, "");
    }

    @Test
    void aDraftIsChangedByItsWritersAndAnApprovedOrderByApprovers() {
        String place = written();
        String change = "{\"lines\":[{\"sku\":\"PEA-1\",\"quantity\":12},{\"sku\":\"BEAN\",\"quantity\":\"0\"}]}";
        JsonNode draft = Served.json(served.post(place + "/change", onTill(Role.OPERATOR), change));
        assertThat(draft.has("job")).isFalse();
        assertThat(draft.at("/order/lines")).hasSize(1);
        assertThat(draft.at("/order/lines/0/ordered").asText()).isEqualTo("12");
        assertThat(draft.at("/order/lines/0/cost").asText()).isEqualTo("2.5");

        assertThat(served.post(place + "/approve", onTill(Role.APPROVER)).statusCode())
                .isEqualTo(200);

        String more = "{\"lines\":[{\"sku\":\"LENTIL\",\"quantity\":3}]}";
        assertProblem(served.post(place + "/change", onTill(Role.OPERATOR), more), 403, "TP172");
        JsonNode told = Served.json(served.post(place + "/change", onTill(Role.APPROVER), more));
        assertThat(told.path("job").isIntegralNumber()).isTrue();
        assertThat(told.at("/order/lines")).hasSize(2);
        String twice = "{\"lines\":[{\"sku\":\"A\",\"quantity\":3},{\"sku\":\"A\",\"quantity\":3}]}";
        assertProblem(served.post(place + "/change", onTill(Role.APPROVER), twice), 400, "");
        assertProblem(served.post(place + "/receive", onTill(Role.APPROVER), "{\"complete\":true}"), 409, "TP131");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"connection": "till"                                    | the body is no JSON
                    []                                                       | the body is an object
                    {"connection": "till", "menge": 1}                       | "menge"
                    {"connection": "till", "supplier": "S", "outlet": "M"}   | "lines" is a list
                    {"connection": "till", "lines": [{"sku": "A"}]}          | line 1
                    {"connection": "none", "supplier": "S", "outlet": "M", "lines": [{"sku": "A", "quantity": 1}]} | none
                    """)
    void whatCannotBeAnOrderIsNamed(String body, String words) {
        HttpResponse<String> answer = post(body, served.token(Role.OPERATOR));

        assertProblem(answer, 400, "");
        assertThat(Served.json(answer).path("detail").asText()).contains(words);
    }
}
