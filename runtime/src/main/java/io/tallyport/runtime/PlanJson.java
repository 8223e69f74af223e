package io.tallyport.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.MergePolicy;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.inventory.Action;
import io.tallyport.core.inventory.Coverage;
import io.tallyport.core.inventory.PlanApproval;
import io.tallyport.core.inventory.PlanCounts;
import io.tallyport.core.inventory.PlanHeader;
import io.tallyport.core.inventory.PlanId;
import io.tallyport.core.inventory.PlanOrigin;
import io.tallyport.core.inventory.PlanSummary;
import io.tallyport.core.inventory.Reason;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.RouteId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everything of a plan file but its rows and its hash. */
final class PlanJson {

    private PlanJson() {}

    /** What stands before the rows. */
    static ObjectNode write(PlanHeader header, ObjectNode out) {
        ObjectNode head = out.putObject("plan");
        head.put("id", header.id().value());
        head.put("route", header.route().value());
        head.put("environment", header.environment().name());
        end(head.putObject("source"), header.source());
        end(head.putObject("target"), header.target());
        policy(head.putObject("policy"), header.policy());
        head.put("readStarted", header.readStarted().toString());
        head.put("readEnded", header.readEnded().toString());
        head.put("expires", header.expires().toString());
        head.put("watermark", header.watermark().value());
        head.put("complete", header.complete());
        ObjectNode coverage = head.putObject("coverage");
        coverage.put("kind", header.coverage().kind().name());
        coverage.put("changed", header.coverage().changed());
        coverage.put("because", header.coverage().because());
        if (header.origin().isUndo()) {
            head.put("kind", header.origin().kind().name());
            head.put("undoes", header.origin().of());
        }
        return out;
    }

    /** What stands after the rows. */
    static ObjectNode write(PlanSummary summary, ObjectNode out) {
        counts(out.putObject("counts"), summary.counts());
        ArrayNode held = out.putArray("heldBecause");
        summary.heldBecause().forEach(held::add);
        ArrayNode approvals = out.putArray("approvals");
        summary.approvals().forEach(approval -> approval(approvals.addObject(), approval));
        return out;
    }

    private static void end(ObjectNode out, LocationRef end) {
        out.put("connection", end.connection().value());
        out.put("location", end.location().value());
    }

    private static void policy(ObjectNode out, RoutePolicy policy) {
        out.put("merge", policy.merge().name());
        out.put("webOrders", policy.webOrders().name());
        out.put("reviewThreshold", policy.reviewThreshold());
        ObjectNode guard = out.putObject("guard");
        guard.put("maxChangedPercent", policy.guard().maxChangedPercent());
        guard.put("changedFloor", policy.guard().changedFloor());
        guard.put("maxToZero", policy.guard().maxToZero());
        guard.put("minSeenPercent", policy.guard().minSeenPercent());
        out.put("planLifetimeSeconds", policy.planLifetime().toSeconds());
        out.put("fullEverySeconds", policy.fullEvery().toSeconds());
        ArrayNode prefixes = out.putArray("skuPrefixes");
        policy.scope().prefixes().forEach(prefixes::add);
    }

    private static void counts(ObjectNode out, PlanCounts counts) {
        out.put("sourceRows", counts.sourceRows());
        out.put("targetRows", counts.targetRows());
        out.put("eligible", counts.eligible());
        out.put("unchanged", counts.unchanged());
        out.put("toZero", counts.toZero());
        out.put("held", counts.held());
        ObjectNode actions = out.putObject("byAction");
        counts.byAction().forEach((action, rows) -> actions.put(action.name(), rows));
        ObjectNode reasons = out.putObject("byReason");
        counts.byReason().forEach((reason, rows) -> reasons.put(reason.name(), rows));
    }

    private static void approval(ObjectNode out, PlanApproval approval) {
        out.put("actor", approval.actor());
        out.put("at", approval.at().toString());
        out.put("reason", approval.reason());
        out.put("wholePlan", approval.wholePlan());
        out.put("rows", approval.rows());
    }

    /**
     * What stands after the rows.
     *
     * @throws IllegalArgumentException when a part is missing or unknown
     */
    static PlanSummary summary(JsonNode in) {
        List<String> held = new ArrayList<>();
        in.required("heldBecause").forEach(why -> held.add(why.asText()));
        List<PlanApproval> approvals = new ArrayList<>();
        in.required("approvals").forEach(each -> approvals.add(approval(each)));
        return new PlanSummary(counts(in.required("counts")), held, approvals);
    }

    /**
     * What stands before the rows.
     *
     * @throws IllegalArgumentException when a part is missing or unknown
     */
    static PlanHeader header(JsonNode head) {
        JsonNode in = head.required("plan");
        return new PlanHeader(
                new PlanId(text(in, "id")),
                new RouteId(text(in, "route")),
                Environment.valueOf(text(in, "environment")),
                end(in.required("source")),
                end(in.required("target")),
                policy(in.required("policy")),
                instant(in, "readStarted"),
                instant(in, "readEnded"),
                instant(in, "expires"),
                new Watermark(text(in, "watermark")),
                in.required("complete").asBoolean(),
                coverage(in.required("coverage")),
                origin(in));
    }

    /** A sync's plan names no kind. */
    private static PlanOrigin origin(JsonNode in) {
        return in.has("kind")
                ? new PlanOrigin(PlanOrigin.Kind.valueOf(text(in, "kind")), text(in, "undoes"))
                : PlanOrigin.SYNC;
    }

    private static Coverage coverage(JsonNode in) {
        return new Coverage(Coverage.Kind.valueOf(text(in, "kind")), number(in, "changed"), text(in, "because"));
    }

    private static LocationRef end(JsonNode in) {
        return new LocationRef(new ConnectionId(text(in, "connection")), new ExternalId(text(in, "location")));
    }

    private static RoutePolicy policy(JsonNode in) {
        JsonNode guard = in.required("guard");
        List<String> prefixes = new ArrayList<>();
        in.required("skuPrefixes").forEach(prefix -> prefixes.add(prefix.asText()));
        return new RoutePolicy(
                MergePolicy.valueOf(text(in, "merge")),
                WebOrders.valueOf(text(in, "webOrders")),
                number(in, "reviewThreshold"),
                new BlastRadius(
                        (int) number(guard, "maxChangedPercent"),
                        (int) number(guard, "changedFloor"),
                        (int) number(guard, "maxToZero"),
                        (int) number(guard, "minSeenPercent")),
                Duration.ofSeconds(number(in, "planLifetimeSeconds")),
                new SkuScope(prefixes),
                Duration.ofSeconds(number(in, "fullEverySeconds")));
    }

    private static PlanCounts counts(JsonNode in) {
        Map<Action, Long> byAction = new EnumMap<>(Action.class);
        in.required("byAction")
                .properties()
                .forEach(each -> byAction.put(
                        Action.valueOf(each.getKey()), each.getValue().asLong()));
        Map<Reason, Long> byReason = new EnumMap<>(Reason.class);
        in.required("byReason")
                .properties()
                .forEach(each -> byReason.put(
                        Reason.valueOf(each.getKey()), each.getValue().asLong()));
        return new PlanCounts(
                number(in, "sourceRows"),
                number(in, "targetRows"),
                number(in, "eligible"),
                number(in, "unchanged"),
                number(in, "toZero"),
                number(in, "held"),
                byAction,
                byReason);
    }

    private static PlanApproval approval(JsonNode in) {
        return new PlanApproval(
                text(in, "actor"),
                instant(in, "at"),
                text(in, "reason"),
                in.required("wholePlan").asBoolean(),
                number(in, "rows"));
    }

    private static String text(JsonNode in, String name) {
        return in.required(name).asText();
    }

    private static long number(JsonNode in, String name) {
        return in.required(name).asLong();
    }

    private static Instant instant(JsonNode in, String name) {
        return Instant.parse(text(in, name));
    }
}
