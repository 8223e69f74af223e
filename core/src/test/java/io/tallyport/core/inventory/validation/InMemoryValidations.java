package io.tallyport.core.inventory.validation;

import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Validations in memory. */
public final class InMemoryValidations implements ValidationStore, ValidationReports {

    private static final Comparator<ValidatedRow> ORDER = Comparator.comparingInt(
                    (ValidatedRow row) -> row.rank().orElse(Integer.MAX_VALUE))
            .thenComparing(row -> row.difference().orElse(Quantity.ZERO), Comparator.reverseOrder());

    private final Map<ValidationId, Kept> all = new LinkedHashMap<>();

    /** One, ended or not. */
    private static final class Kept {
        private final RouteId route;
        private final ValidationKind kind;
        private final Instant started;
        private final List<ValidatedRow> rows = new ArrayList<>();
        private Optional<Validation> ended = Optional.empty();

        Kept(RouteId route, ValidationKind kind, Instant started) {
            this.route = route;
            this.kind = kind;
            this.started = started;
        }
    }

    private synchronized Optional<Kept> kept(ValidationId id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public synchronized void begin(ValidationId id, RouteId route, ValidationKind kind, Instant at) {
        all.put(id, new Kept(route, kind, at));
    }

    @Override
    public synchronized void add(ValidationId id, long firstNumber, List<ValidatedRow> rows) {
        kept(id).orElseThrow().rows.addAll(rows);
    }

    @Override
    public synchronized void end(Validation validation) {
        kept(validation.id()).orElseThrow().ended = Optional.of(validation);
    }

    @Override
    public synchronized void prune(RouteId route, ValidationKind kind, int keep) {
        List<Kept> same = all.values().stream()
                .filter(one -> one.route.equals(route) && one.kind == kind)
                .toList();
        same.stream()
                .filter(one -> one.ended.isPresent())
                .map(one -> one.started)
                .sorted(Comparator.reverseOrder())
                .skip(keep - 1L)
                .findFirst()
                .ifPresent(oldest -> all.values().removeIf(one -> same.contains(one) && one.started.isBefore(oldest)));
    }

    @Override
    public Optional<Validation> find(ValidationId id) {
        return kept(id).flatMap(one -> one.ended);
    }

    @Override
    public synchronized List<Validation> of(RouteId route) {
        return all.values().stream()
                .filter(one -> one.route.equals(route))
                .flatMap(one -> one.ended.stream())
                .sorted(Comparator.comparing(Validation::started).reversed())
                .toList();
    }

    @Override
    public void rows(ValidationId id, boolean offOnly, Consumer<ValidatedRow> each) {
        kept(id).stream()
                .flatMap(one -> one.rows.stream())
                .filter(row -> row.isOff() || !offOnly)
                .sorted(ORDER)
                .forEach(each);
    }
}
