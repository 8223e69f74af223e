package io.tallyport.core.purchasing;

import io.tallyport.core.kernel.Cursor;
import java.util.List;
import java.util.Optional;

/** What happened to orders; only ever added to. Joins the caller's unit of work; thread-safe. */
public interface PurchaseLog {

    void append(PurchaseEvent event);

    /** All about one order, as it was added. */
    List<PurchaseEvent> of(PurchaseOrderId order);

    /**
     * The alerts that were added after {@code since}, as they were added: none that is committed later comes before one that
     * was listed, so who goes on from {@code next} misses none.
     *
     * @param since the last answer's {@code next}; empty for all
     */
    Alerts alerts(Optional<Cursor> since, int limit);

    /** The alerts that were added last, the newest first. */
    List<PurchaseEvent> latestAlerts(int limit);

    /**
     * Some alerts.
     *
     * @param next where to go on, also another day; empty only where there never was one
     */
    record Alerts(List<PurchaseEvent> events, Optional<Cursor> next) {

        public Alerts {
            events = List.copyOf(events);
        }
    }
}
