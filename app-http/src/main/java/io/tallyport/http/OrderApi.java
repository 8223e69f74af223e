package io.tallyport.http;

import io.javalin.http.Context;
import io.tallyport.core.access.Role;
import io.tallyport.core.job.JobId;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.purchasing.ApprovePurchaseOrder;
import io.tallyport.core.purchasing.CancelPurchaseOrder;
import io.tallyport.core.purchasing.ChangePurchaseOrder;
import io.tallyport.core.purchasing.OrderDraft;
import io.tallyport.core.purchasing.OrderFilter;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.PurchaseState;
import io.tallyport.core.purchasing.sync.SyncPurchaseOrder;
import io.tallyport.runtime.PurchasingParts;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Purchase orders: listed, written, approved, changed, called off, synced, received. Roles count for the connection that an order goes to. */
final class OrderApi {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    private final PurchasingParts orders;

    OrderApi(Tallyport tallyport) {
        this.orders = tallyport.purchasing();
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/v1/purchase-orders", this::list),
                Endpoint.post("/api/v1/purchase-orders", this::create),
                Endpoint.get("/api/v1/purchase-orders/{id}", this::show),
                Endpoint.post("/api/v1/purchase-orders/{id}/approve", this::approve),
                Endpoint.post("/api/v1/purchase-orders/{id}/cancel", this::cancel),
                Endpoint.post("/api/v1/purchase-orders/{id}/change", this::change),
                Endpoint.post("/api/v1/purchase-orders/{id}/receive", this::receive),
                Endpoint.post("/api/v1/purchase-orders/{id}/sync", this::sync));
    }

    /** Of one connection, or of all for those who may see all; in parts of a hundred. */
    private void list(Context context) {
        Caller caller = Caller.of(context);
        Optional<ConnectionId> connection =
                Answers.parameter(context, "connection").map(ConnectionId::new);
        connection.ifPresentOrElse(id -> caller.require(Role.VIEWER, id), () -> caller.require(Role.VIEWER));
        Set<PurchaseState> states = Answers.parameter(context, "state")
                .map(word -> Set.of(Answers.constant(PurchaseState.class, "state", word)))
                .orElse(Set.of());
        OrderFilter filter =
                connection.map(OrderFilter.ALL::at).orElse(OrderFilter.ALL).in(states);
        Answers.json(
                context,
                Answers.Part.of(
                        orders.stores().orders().list(filter, Answers.cursor(context)), OrderViews.OrderView::of));
    }

    private void create(Context context) {
        OrderDraft draft = OrderBody.read(context.body());
        Caller caller = Caller.of(context);
        caller.require(Role.OPERATOR, draft.connection());
        PurchaseOrder order = orders.create().create(draft, caller.actor());
        context.header("Location", "/api/v1/purchase-orders/" + order.id());
        context.status(CREATED);
        Answers.json(context, OrderViews.OrderView.of(order));
    }

    private void show(Context context) {
        Answers.json(context, OrderViews.OrderDetails.of(known(context, Role.VIEWER), orders.stores()));
    }

    /** An order that the caller may see, for which he has the role. */
    private PurchaseOrder known(Context context, Role needed) {
        String number = context.pathParam("id");
        Caller caller = Caller.of(context);
        Optional<PurchaseOrder> order = number(number)
                .flatMap(id -> orders.stores().orders().find(id))
                .filter(found -> caller.may(Role.VIEWER, found.connection()));
        PurchaseOrder seen = Answers.found(order, "purchase order " + number + " that you may see");
        caller.require(needed, seen.connection());
        return seen;
    }

    private static Optional<PurchaseOrderId> number(String text) {
        try {
            return Optional.of(new PurchaseOrderId(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private void approve(Context context) {
        PurchaseOrder order = known(context, Role.APPROVER);
        ApprovePurchaseOrder.Result result =
                orders.approve().approve(order.id(), Caller.of(context).actor());
        changed(context, result.order(), result.job());
    }

    private void cancel(Context context) {
        PurchaseOrder order = known(context, Role.APPROVER);
        CancelPurchaseOrder.Result result =
                orders.cancel().cancel(order.id(), Caller.of(context).actor());
        changed(context, result.order(), result.job());
    }

    /** A draft by whoever may write one; what the platform is to be told, by who may approve it. */
    private void change(Context context) {
        PurchaseOrder order = known(context, Role.OPERATOR);
        Caller caller = Caller.of(context);
        if (order.state() != PurchaseState.DRAFT) {
            caller.require(Role.APPROVER, order.connection());
        }
        ChangePurchaseOrder.Result result =
                orders.change().change(order.id(), OrderBody.changes(context.body()), caller.actor());
        changed(context, result.order(), result.job());
    }

    /** Tells the platform at once; accepted, and to be sent again, while an answer of it may be under way. */
    private void receive(Context context) {
        PurchaseOrder order = known(context, Role.OPERATOR);
        SyncPurchaseOrder.Result result = orders.receive()
                .receive(OrderBody.receipt(
                        order.id(), context.body(), Caller.of(context).actor()));
        context.status(result.ending() == SyncPurchaseOrder.Ending.WAITING ? ACCEPTED : OK);
        Answers.json(context, OrderViews.OrderReceipt.of(result));
    }

    private static void changed(Context context, PurchaseOrder order, Optional<JobId> job) {
        Answers.json(
                context,
                new OrderViews.OrderChange(
                        OrderViews.OrderView.of(order), job.map(JobId::value).orElse(null)));
    }

    /** Asks the workers; what holds the order is told by the order. */
    private void sync(Context context) {
        PurchaseOrder order = known(context, Role.OPERATOR);
        if (order.state() == PurchaseState.DRAFT) {
            throw PurchaseErrors.rejected(
                    "sync order", PurchaseErrors.WRONG_STATE, "order " + order.id() + " is a draft; approve it first");
        }
        Answers.json(context, Map.of("job", orders.requests().ask(order).value()));
    }
}
