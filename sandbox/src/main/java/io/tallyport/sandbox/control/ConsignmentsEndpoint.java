package io.tallyport.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.control.ConsignmentControl.Manners;
import io.tallyport.sandbox.http.Endpoint;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The control API of X-Series consignments, under {@code /_control/consignments}. */
public final class ConsignmentsEndpoint implements Endpoint {

    private final ConsignmentControl staff;
    private final Actions actions;

    public ConsignmentsEndpoint(ConsignmentControl staff) {
        this.staff = staff;
        this.actions = new Actions(
                "/_control/",
                Map.of(
                        "GET consignments", request -> all(),
                        "POST consignments", this::make,
                        "POST consignments/receive", this::receive,
                        "POST consignments/status", this::status,
                        "POST consignments/line", this::line,
                        "DELETE consignments/line", this::withoutLine,
                        "GET consignments/manners", request -> json(staff.manners()),
                        "POST consignments/manners", this::manners));
    }

    @Override
    public SandboxResponse handle(SandboxRequest request) {
        return actions.handle(request);
    }

    private JsonNode all() {
        ObjectNode answer = Json.object();
        answer.set("consignments", staff.consignments());
        return answer;
    }

    private JsonNode make(SandboxRequest request) {
        ControlBody body = ControlBody.of(request.body(), List.of("reference"), List.of("type"));
        return staff.make(body.textIfGiven("type").orElse("SUPPLIER"), body.text("reference"));
    }

    private JsonNode receive(SandboxRequest request) {
        ControlBody body = ControlBody.of(request.body(), List.of("consignment"), List.of("goods", "complete"));
        boolean complete = body.node().path("complete").asBoolean(true);
        return staff.receive(body.text("consignment"), body.quantities("goods"), complete);
    }

    private JsonNode status(SandboxRequest request) {
        ControlBody body = ControlBody.of(request.body(), "consignment", "status");
        return staff.status(body.text("consignment"), body.text("status"));
    }

    private JsonNode line(SandboxRequest request) {
        ControlBody body = ControlBody.of(request.body(), List.of("consignment", "sku"), List.of("count", "cost"));
        return staff.line(body.text("consignment"), body.text("sku"), number(body, "count"), number(body, "cost"));
    }

    private static Optional<BigDecimal> number(ControlBody body, String name) {
        return body.has(name) ? Optional.of(body.decimal(name)) : Optional.empty();
    }

    private JsonNode withoutLine(SandboxRequest request) {
        ControlBody body = ControlBody.of(request.body(), "consignment", "sku");
        return staff.withoutLine(body.text("consignment"), body.text("sku"));
    }

    private JsonNode manners(SandboxRequest request) {
        ControlBody body = ControlBody.of(
                request.body(), List.of(), List.of("wrapped", "enveloped", "repeated", "lineMoves", "paceSeconds"));
        Manners before = staff.manners();
        staff.manners(new Manners(
                body.node().path("wrapped").asBoolean(before.wrapped()),
                body.node().path("enveloped").asBoolean(before.enveloped()),
                body.textIfGiven("repeated").map(ConsignmentsEndpoint::repeated).orElse(before.repeated()),
                body.node().path("lineMoves").asBoolean(before.lineMoves()),
                body.has("paceSeconds") ? Duration.ofSeconds(body.whole("paceSeconds")) : before.pace()));
        return json(staff.manners());
    }

    private static Manners.Repeated repeated(String name) {
        return Arrays.stream(Manners.Repeated.values())
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new ControlRefusal(400, "'repeated' is sets, adds or refused"));
    }

    private static ObjectNode json(Manners manners) {
        return Json.object()
                .put("wrapped", manners.wrapped())
                .put("enveloped", manners.enveloped())
                .put("repeated", manners.repeated().name().toLowerCase(Locale.ROOT))
                .put("lineMoves", manners.lineMoves())
                .put("paceSeconds", manners.pace().toSeconds());
    }
}
