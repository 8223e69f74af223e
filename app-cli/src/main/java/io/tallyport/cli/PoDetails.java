package io.tallyport.cli;

import io.tallyport.core.purchasing.Discrepancy;
import io.tallyport.core.purchasing.DiscrepancyStore;
import io.tallyport.core.purchasing.PurchaseEvent;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.PurchaseStores;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of an order beside itself, as it is shown. */
final class PoDetails {

    private PoDetails() {}

    /** Something that happened. */
    record Event(String at, String kind, @Nullable String code, String message, String actor) {

        static Event of(PurchaseEvent event) {
            return new Event(
                    event.at().toString(),
                    Choices.word(event.kind()),
                    event.code().orElse(null),
                    event.message(),
                    event.actor());
        }
    }

    /** Something that differs. */
    record Difference(
            String order,
            String kind,
            @Nullable String sku,
            String item,
            String expected,
            String found,
            String opened,
            @Nullable String closed) {

        static Difference of(DiscrepancyStore.Kept kept) {
            Discrepancy one = kept.discrepancy();
            return new Difference(
                    one.order().value(),
                    Choices.word(one.kind()),
                    one.sku().map(sku -> sku.value()).orElse(null),
                    one.item().value(),
                    one.expected(),
                    one.found(),
                    kept.openedAt().toString(),
                    kept.closedAt().map(Object::toString).orElse(null));
        }
    }

    /** An order with its log and what differs. */
    record Whole(PoView order, List<Event> log, List<Difference> discrepancies) {

        static Whole of(PoView order, PurchaseStores stores) {
            PurchaseOrderId id = new PurchaseOrderId(order.id());
            return new Whole(
                    order,
                    stores.log().of(id).stream().map(Event::of).toList(),
                    stores.discrepancies().of(id).stream()
                            .filter(kept -> kept.closedAt().isEmpty())
                            .map(Difference::of)
                            .toList());
        }

        void print(Screen screen) {
            order.print(screen);
            screen.blank();
            Table table = Table.of("AT", "WHAT", "CODE", "BY", "MESSAGE");
            log.forEach(event -> table.row(
                    event.at(),
                    event.kind(),
                    event.code() == null ? "-" : event.code(),
                    event.actor(),
                    event.message()));
            screen.table(table);
            if (!discrepancies.isEmpty()) {
                screen.blank();
                printDifferences(screen, discrepancies);
            }
        }
    }

    static void printDifferences(Screen screen, List<Difference> differences) {
        Table table = Table.of("ORDER", "SKU", "ITEM", "WHAT", ">HERE", ">THERE", "SINCE");
        differences.forEach(one -> table.row(
                one.order(),
                one.sku() == null ? "-" : one.sku(),
                one.item(),
                one.kind() + (one.closed() == null ? "" : " (over)"),
                one.expected(),
                one.found(),
                one.opened()));
        screen.table(table);
    }
}
