package io.tallyport.core.inventory.validation;

import io.tallyport.core.catalog.Variant;
import io.tallyport.core.inventory.Action;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.inventory.Reason;
import io.tallyport.core.inventory.RouteComparison;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** One validation on its way: rows in, judged rows out, a batch at a time. */
final class ValidationRun {

    private static final int BATCH = 500;

    /** Where judged rows go. */
    @FunctionalInterface
    interface Output {
        void rows(long firstNumber, List<ValidatedRow> rows);
    }

    private final ValidateRoute.Request request;
    private final Set<Check> checks;
    private final LoneRows lone;
    private final ShownComparison shown;
    private final Output output;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Set<Sku> sought;
    private final List<ValidatedRow> batch = new ArrayList<>(BATCH);
    private final Map<Flaw, Long> byFlaw = new EnumMap<>(Flaw.class);
    private long kept;
    private long rows;
    private long off;
    private long compared;
    private long equal;
    private long unseen;

    ValidationRun(ValidateRoute.Request request, LoneRows lone, Output output) {
        this.request = request;
        this.checks = request.kind().checks();
        this.lone = lone;
        this.shown = new ShownComparison(checks, request.tolerance());
        this.output = output;
        this.sought = new TreeSet<>(request.only());
        for (Sku sku : request.top()) {
            ranks.putIfAbsent(sku.value(), ranks.size() + 1);
        }
    }

    void add(PlanRow row) {
        if (!request.only().isEmpty() && !isSought(row)) {
            return;
        }
        List<FoundFlaw> flaws = new ArrayList<>();
        boolean pair = row.sourceItem().isPresent() && row.targetItem().isPresent();
        Optional<Quantity> difference = pair ? stock(row, flaws) : Optional.empty();
        if (pair) {
            flaws.addAll(shown(row));
        } else if (checks.contains(Check.PRESENCE)) {
            lone.flaw(row).ifPresent(flaws::add);
        }
        Integer rank = ranks.get(row.key());
        take(new ValidatedRow(
                row.key(),
                row.title(),
                row.sourceItem(),
                row.targetItem(),
                row.local(),
                row.remote(),
                difference,
                rank == null ? OptionalInt.empty() : OptionalInt.of(rank),
                flaws));
    }

    private boolean isSought(PlanRow row) {
        if (row.reason() == Reason.NO_SKU || !Sku.isPresent(row.key())) {
            return false;
        }
        Sku sku = new Sku(row.key());
        sought.remove(sku);
        return request.only().contains(sku);
    }

    /** What the figures are apart; empty where they cannot be compared. */
    private Optional<Quantity> stock(PlanRow row, List<FoundFlaw> flaws) {
        if (!checks.contains(Check.STOCK) || row.reason() == Reason.NOT_TRACKED) {
            return Optional.empty();
        }
        boolean figures = row.action() != Action.ACTIVATE
                && row.desired().isPresent()
                && row.remote().isPresent();
        if (!figures) {
            Flaw flaw = row.reason() == Reason.INCOMPLETE_READ ? Flaw.NOT_PROVEN : Flaw.QUANTITY_UNKNOWN;
            flaws.add(new FoundFlaw(flaw, text(row.local()), row.reason().meaning()));
            return Optional.empty();
        }
        Quantity apart = row.desired().get().minus(row.remote().get()).abs();
        compared++;
        if (apart.isZero()) {
            equal++;
        } else {
            flaws.add(new FoundFlaw(Flaw.QUANTITY, text(row.local()), text(row.remote())));
        }
        return Optional.of(apart);
    }

    private static String text(Optional<Quantity> figure) {
        return figure.map(Quantity::toString).orElse("");
    }

    private List<FoundFlaw> shown(PlanRow row) {
        if (lone.source().isEmpty() || lone.target().isEmpty()) {
            return List.of();
        }
        Optional<Variant> ours = lone.source().get().of(row.sourceItem().orElseThrow());
        Optional<Variant> theirs = lone.target().get().of(row.targetItem().orElseThrow());
        if (ours.isEmpty() || theirs.isEmpty()) {
            unseen++;
            return List.of();
        }
        return shown.of(ours.get(), theirs.get());
    }

    private void take(ValidatedRow row) {
        rows++;
        off += row.isOff() ? 1 : 0;
        row.flaws().forEach(found -> byFlaw.merge(found.flaw(), 1L, Long::sum));
        if (request.kind().keepsAll() || row.isOff()) {
            batch.add(row);
            if (batch.size() == BATCH) {
                flush();
            }
        }
    }

    private void flush() {
        if (!batch.isEmpty()) {
            output.rows(kept + 1, List.copyOf(batch));
            kept += batch.size();
            batch.clear();
        }
    }

    Validation end(RouteComparison.Reading reading, Validation.Frame frame) {
        List<Validation.Read> reads = reads(reading);
        boolean proven = reads.stream().allMatch(read -> read.extent().complete());
        sought.forEach(sku -> take(absent(sku, proven)));
        flush();
        return new Validation(
                frame.id(),
                request.route(),
                request.kind(),
                frame.started(),
                frame.finished(),
                reads,
                rows,
                off,
                compared,
                equal,
                byFlaw,
                new ValidationNotes(request, lone, unseen).all());
    }

    private ValidatedRow absent(Sku sku, boolean proven) {
        return new ValidatedRow(
                sku.value(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(FoundFlaw.of(proven ? Flaw.NOWHERE : Flaw.NOT_PROVEN)));
    }

    private List<Validation.Read> reads(RouteComparison.Reading reading) {
        List<Validation.Read> reads = new ArrayList<>();
        reads.add(new Validation.Read("stock of the source", reading.source()));
        reads.add(new Validation.Read("stock of the target", reading.target()));
        lone.source().ifPresent(read -> reads.add(new Validation.Read("products of the source", read.extent())));
        lone.target().ifPresent(read -> reads.add(new Validation.Read("products of the target", read.extent())));
        return reads;
    }
}
