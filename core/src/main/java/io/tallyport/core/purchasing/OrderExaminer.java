package io.tallyport.core.purchasing;

import io.tallyport.core.doctor.Examiner;
import io.tallyport.core.doctor.Finding;
import io.tallyport.core.doctor.Finding.Severity;
import io.tallyport.core.kernel.PortException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Examines purchase orders: which wait for a person, which nobody carries over, what was alerted of late. */
public final class OrderExaminer implements Examiner {

    /** More than that are counted, not named. */
    private static final int NAMED = 10;

    /** Longer than the tries of a job take. */
    private static final Duration OVERDUE = Duration.ofHours(1);

    private static final Duration OF_LATE = Duration.ofDays(7);

    private final PurchaseStores stores;
    private final Clock clock;

    public OrderExaminer(PurchaseStores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        try {
            return examined();
        } catch (PortException.Rejected refused) {
            if (refused.context().code().equals(Optional.of(PurchaseErrors.KEPT_ELSEWHERE))) {
                return List.of(new Finding(
                        Severity.NOTE,
                        "purchase orders",
                        String.valueOf(refused.getMessage()),
                        PurchaseErrors.KEPT_ELSEWHERE.action()));
            }
            throw refused;
        }
    }

    private List<Finding> examined() {
        List<Finding> findings = new ArrayList<>();
        Instant now = clock.instant();
        Instant early = now.minus(OVERDUE);
        named(
                list(OrderFilter.HELD),
                order -> "it waits for a person: "
                        + order.hold()
                                .map(hold -> hold.code() + " " + hold.reason())
                                .orElse(""),
                "once that is mended: tallyport sync po ",
                findings);
        named(
                list(OrderFilter.DUE).filter(order -> order.changedAt().isBefore(early)),
                order -> "the platform does not have it as it is here, since " + order.changedAt(),
                "tallyport sync po ",
                findings);
        stores.log().latestAlerts(NAMED).stream()
                .filter(alert -> alert.at().isAfter(now.minus(OF_LATE)))
                .map(alert -> new Finding(
                        Severity.NOTE,
                        "order " + alert.order(),
                        "alert of " + alert.at() + ": "
                                + alert.code().map(code -> code + " ").orElse("") + alert.message(),
                        "tallyport po show " + alert.order()))
                .forEach(findings::add);
        int open = stores.discrepancies().open(NAMED).size();
        if (open > 0) {
            findings.add(new Finding(
                    Severity.NOTE,
                    "purchase orders",
                    (open < NAMED ? String.valueOf(open) : "at least " + NAMED) + " discrepancies are open",
                    "tallyport po discrepancies"));
        }
        return findings;
    }

    private Stream<PurchaseOrder> list(OrderFilter filter) {
        return stores.orders().list(filter, Optional.empty()).items().stream();
    }

    private static void named(
            Stream<PurchaseOrder> orders, Function<PurchaseOrder, String> what, String mend, List<Finding> findings) {
        List<PurchaseOrder> all = orders.toList();
        all.stream()
                .limit(NAMED)
                .forEach(order -> findings.add(
                        new Finding(Severity.SOON, "order " + order.id(), what.apply(order), mend + order.id())));
        if (all.size() > NAMED) {
            findings.add(new Finding(
                    Severity.SOON,
                    "purchase orders",
                    (all.size() - NAMED) + " more like order " + all.get(0).id(),
                    "tallyport po list"));
        }
    }
}
