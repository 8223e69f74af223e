package io.tallyport.sandbox.xseries;

import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.webhooks.WebhookPost;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Consignments, suppliers and webhooks, which are read and written, each with a right of its own; called with the store's
 * monitor held.
 */
final class Trade {

    private final Consignments consignments;
    private final ConsignmentLines lines;
    private final ConsignmentSteps steps;
    private final Suppliers suppliers;
    private final Subscriptions subscriptions;

    Trade(XSeriesStore store, Ids ids, ConsignmentManners manners, ConsignmentSteps steps, WebhookPost post) {
        ConsignmentRendering rendering = new ConsignmentRendering(ids);
        this.steps = steps;
        this.consignments = new Consignments(store, ids, rendering, steps, manners);
        this.lines = new ConsignmentLines(store, ids, rendering, steps, manners);
        this.suppliers = new Suppliers(store, ids, rendering);
        this.subscriptions = new Subscriptions(ids, post);
    }

    /**
     * Answers a request for one of the three.
     *
     * @param rights which scopes the request's token has
     */
    Reply reply(SandboxRequest request, Target target, Predicate<String> rights, Optional<FaultKind> fault) {
        steps.settle();
        String id = target.id().orElse("");
        boolean reads = request.method().equals("GET");
        if (target.shape().startsWith("suppliers")) {
            permit(rights, reads ? "suppliers:read" : "suppliers:write");
            return supplier(request, target, id, fault);
        }
        if (target.shape().startsWith("webhooks")) {
            permit(rights, "webhooks");
            return subscriptions.reply(request, target, id);
        }
        if (target.id().isEmpty()) {
            return reads ? listed(request, target, rights, fault) : created(request, rights);
        }
        ConsignmentRow row = consignments.found(id);
        permit(rights, reads ? "consignments:read" : row.type.scope());
        return consignment(request, target, row, fault);
    }

    private Reply listed(SandboxRequest request, Target target, Predicate<String> rights, Optional<FaultKind> fault) {
        permit(rights, "consignments:read");
        return Reply.ok(consignments.list(request, target.contract(), fault));
    }

    private Reply created(SandboxRequest request, Predicate<String> rights) {
        if (!request.method().equals("POST")) {
            throw Refusal.wrongMethod();
        }
        return Reply.created(consignments.answer(consignments.create(request, type -> permit(rights, type.scope()))));
    }

    private Reply consignment(SandboxRequest request, Target target, ConsignmentRow row, Optional<FaultKind> fault) {
        return switch (request.method() + " " + target.shape()) {
            case "GET consignments/{}" -> Reply.ok(consignments.answer(row));
            case "PUT consignments/{}" -> {
                consignments.update(row, request);
                yield Reply.ok(consignments.answer(row));
            }
            case "DELETE consignments/{}" -> {
                consignments.delete(row);
                yield Reply.empty(204);
            }
            case "GET consignments/{}/totals" -> Reply.ok(consignments.totals(row));
            case "POST consignments/{}/bulk" -> Reply.ok(lines.bulk(row, request));
            default -> line(request, target, row, fault);
        };
    }

    private Reply line(SandboxRequest request, Target target, ConsignmentRow row, Optional<FaultKind> fault) {
        String product = target.second().orElse("");
        return switch (request.method() + " " + target.shape()) {
            case "GET consignments/{}/products" -> Reply.ok(lines.list(row, request, fault));
            case "POST consignments/{}/products" -> Reply.ok(consignments.shaped(lines.add(row, request)));
            case "PUT consignments/{}/products/{}" ->
                Reply.ok(consignments.shaped(lines.update(row, product, request)));
            case "DELETE consignments/{}/products/{}" -> {
                lines.delete(row, product);
                yield Reply.empty(204);
            }
            default -> throw Refusal.wrongMethod();
        };
    }

    private Reply supplier(SandboxRequest request, Target target, String id, Optional<FaultKind> fault) {
        return switch (request.method() + " " + target.shape()) {
            case "GET suppliers" -> Reply.ok(suppliers.list(request, fault));
            case "POST suppliers" -> Reply.ok(suppliers.create(request, target.contract()));
            case "GET suppliers/{}" -> Reply.ok(suppliers.one(id));
            case "PUT suppliers/{}" -> Reply.ok(suppliers.update(id, request, target.contract()));
            case "DELETE suppliers/{}" -> Reply.ok(suppliers.delete(id));
            default -> throw Refusal.wrongMethod();
        };
    }

    private static void permit(Predicate<String> rights, String scope) {
        if (!rights.test(scope)) {
            throw new Refusal(403, "permission denied");
        }
    }
}
