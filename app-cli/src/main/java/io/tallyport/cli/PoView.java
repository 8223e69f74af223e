package io.tallyport.cli;

import io.tallyport.core.purchasing.OrderHold;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.RemoteLink;
import io.tallyport.runtime.view.OrderLineView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A purchase order as it is shown. */
record PoView(
        String id,
        String state,
        String connection,
        String kind,
        String supplier,
        String outlet,
        String note,
        boolean syncDue,
        @Nullable Hold held,
        @Nullable Remote remote,
        @Nullable String deleted,
        String createdBy,
        String created,
        String changed,
        List<OrderLineView> lines) {

    /** Why it waits. */
    record Hold(String code, String reason, String since) {

        static Hold of(OrderHold hold) {
            return new Hold(hold.code(), hold.reason(), hold.since().toString());
        }
    }

    /** What it is at the platform. */
    record Remote(String consignment, String status, boolean wentBackwards, String read) {

        static Remote of(RemoteLink link) {
            return new Remote(
                    link.consignment().value(),
                    link.status().raw(),
                    link.regressed(),
                    link.readAt().toString());
        }
    }

    static PoView of(PurchaseOrder order) {
        return new PoView(
                order.id().value(),
                order.state().name(),
                order.connection().value(),
                Choices.word(order.kind()),
                order.source(),
                order.outlet(),
                order.note(),
                order.syncDue(),
                order.hold().map(Hold::of).orElse(null),
                order.link().map(Remote::of).orElse(null),
                order.deletedAt().map(Object::toString).orElse(null),
                order.createdBy(),
                order.createdAt().toString(),
                order.changedAt().toString(),
                order.lines().stream().map(OrderLineView::of).toList());
    }

    private String platform() {
        return Optional.ofNullable(remote)
                .map(there ->
                        there.consignment() + " " + there.status() + (there.wentBackwards() ? " (went backwards)" : ""))
                .orElse("-");
    }

    static void print(Screen screen, List<PoView> views) {
        Table table = Table.of("ID", "STATE", "SUPPLIER", "OUTLET", ">LINES", "CONSIGNMENT", "WAITS FOR");
        views.forEach(view -> table.row(
                view.id(),
                view.state() + (view.deleted() == null ? "" : ", deleted"),
                view.supplier(),
                view.outlet(),
                view.lines().size(),
                view.platform(),
                view.waiting()));
        screen.table(table);
    }

    private String waiting() {
        return held != null ? held.code() + " " + held.reason() : syncDue ? "a sync" : "-";
    }

    void print(Screen screen) {
        screen.title("Order " + id + ", " + state + (deleted == null ? "" : ", deleted"));
        List<Screen.Fact> facts = new ArrayList<>(List.of(
                new Screen.Fact("connection", connection),
                new Screen.Fact("kind", kind),
                new Screen.Fact("from", supplier),
                new Screen.Fact("outlet", outlet),
                new Screen.Fact("consignment", platform()),
                new Screen.Fact("written", created + " by " + createdBy),
                new Screen.Fact("changed", changed)));
        if (remote != null) {
            facts.add(new Screen.Fact("last read", remote.read()));
        }
        if (!note.isEmpty()) {
            facts.add(new Screen.Fact("note", note));
        }
        screen.facts(facts);
        Table table = Table.of("SKU", ">ORDERED", ">COST", ">RECEIVED", "ITEM");
        lines.forEach(line -> table.row(
                line.sku(),
                line.ordered(),
                Optional.ofNullable(line.cost()).orElse("-"),
                line.received(),
                Optional.ofNullable(line.item()).orElse("-")));
        screen.table(table);
        if (held != null) {
            screen.attention("Held, " + held.code() + ": " + held.reason());
        } else if (syncDue) {
            screen.attention("The platform does not have it as it is here: tallyport sync po " + id);
        }
    }
}
