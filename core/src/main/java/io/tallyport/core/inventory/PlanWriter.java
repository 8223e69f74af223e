package io.tallyport.core.inventory;

import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes a plan from what was read, writes its file, and saves in one unit of work what decides about it. */
final class PlanWriter {

    private final PlanStores stores;
    private final PlanFiles files;
    private final Clock clock;

    PlanWriter(PlanStores stores, PlanFiles files, Clock clock) {
        this.stores = stores;
        this.files = files;
        this.clock = clock;
    }

    StockPlan write(PlanStock.Request request, PlannedRoute planned, PlanMaterial material) {
        PlanHeader header = header(planned, material);
        Output output = new Output(header, planned.rulings().inConflict());
        StockPlan plan = files.write(request.file(), header, out -> {
            PlanStockSync.Result result = plan(planned, material, request.activate(), output.to(out));
            return new PlanSummary(result.counts(), result.heldBecause(), List.of());
        });
        stores.unitOfWork().inOne(() -> {
            save(request, plan, material, planned.before());
            conflicts(request.file(), plan, output.agreedAgain);
        });
        return plan;
    }

    private PlanHeader header(PlannedRoute planned, PlanMaterial material) {
        Instant readEnded = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new PlanHeader(
                new PlanId(UUID.randomUUID().toString()),
                planned.route().id(),
                planned.ends().environment(),
                planned.route().source(),
                planned.route().target(),
                planned.route().policy(),
                material.readStarted(),
                readEnded,
                readEnded.plus(planned.route().policy().planLifetime()),
                material.mark(),
                material.complete(),
                material.coverage());
    }

    /** The plan, row by row; nothing is kept of it but what {@code out} keeps. */
    PlanStockSync.Result plan(PlannedRoute planned, PlanMaterial material, boolean activate, PlanStockSync.Output out) {
        PlanStockSync.Input input = new PlanStockSync.Input(
                planned.route().policy(),
                material.source(),
                material.target(),
                planned.mappings(),
                material.coverage().isFull() ? rowsBefore(planned) : OptionalLong.empty(),
                activate,
                planned.rulings());
        PlanStockSync.Result result =
                new PlanStockSync().plan(input, acknowledged(planned.route().id(), material.coverage()), out);
        if (material.coverage().isFull()) {
            return result;
        }
        PlanCounts counts = result.counts();
        return new PlanStockSync.Result(
                counts,
                BlastRadiusGuard.check(
                        planned.route().policy().guard(), counts, Math.min(counts.sourceRows(), counts.targetRows())));
    }

    OptionalLong rowsBefore(PlannedRoute planned) {
        return stores.stocks().lastRead(planned.route().source()).stream()
                .mapToLong(LastRead::rows)
                .findFirst();
    }

    private PlanStockSync.Acknowledgements acknowledged(RouteId route, Coverage coverage) {
        if (!coverage.isFull()) {
            return items -> known(route, items);
        }
        AcknowledgedFigures all = new AcknowledgedFigures();
        stores.stocks().acknowledged(route, all::add);
        return all;
    }

    private Map<ExternalId, Quantity> known(RouteId route, Set<ExternalId> items) {
        Map<ExternalId, Quantity> known = new HashMap<>();
        stores.stocks().acknowledged(route, items).forEach(level -> known.put(level.targetItem(), level.quantity()));
        return known;
    }

    /** Writes rows, and remembers what both sides agree on at once: that is true whatever becomes of the plan. */
    private final class Output implements PlanStockSync.Output {

        private final PlanHeader header;
        private final Set<ExternalId> inConflict;
        private final List<ExternalId> agreedAgain = new ArrayList<>();
        private Consumer<PlanRow> rows = row -> {};

        Output(PlanHeader header, Set<ExternalId> inConflict) {
            this.header = header;
            this.inConflict = inConflict;
        }

        Output to(Consumer<PlanRow> out) {
            rows = out;
            return this;
        }

        @Override
        public void row(PlanRow row) {
            rows.accept(row);
        }

        @Override
        public void inStep(ExternalId targetItem) {
            if (inConflict.contains(targetItem)) {
                agreedAgain.add(targetItem);
            }
        }

        @Override
        public void agreed(Map<ExternalId, Quantity> news) {
            List<Acknowledged> levels = new ArrayList<>();
            news.forEach((item, quantity) -> levels.add(new Acknowledged(item, quantity, header.readEnded())));
            stores.stocks().acknowledge(header.route(), levels);
        }
    }

    private void conflicts(Path file, StockPlan plan, List<ExternalId> agreedAgain) {
        RowConflicts conflicts = new RowConflicts(stores.rulings().conflicts(), plan.header());
        conflicts.agreed(agreedAgain, plan.header().readEnded());
        if (!plan.isHeld() && plan.counts().held() > 0) {
            conflicts.held(files, file);
        }
    }

    private void save(PlanStock.Request request, StockPlan plan, PlanMaterial material, Optional<RouteCursor> before) {
        PlanHeader header = plan.header();
        stores.plans()
                .add(new PlanRecord(
                        header.id(),
                        header.route(),
                        header.environment(),
                        plan.hash(),
                        plan.isHeld() ? PlanState.HELD : PlanState.READY,
                        header.readEnded(),
                        header.expires(),
                        request.file().toString(),
                        plan.counts().changes()));
        stores.audit()
                .record(new AuditEntry(
                        header.readEnded(),
                        request.actor(),
                        "stock plan made",
                        header.id().value(),
                        "route " + header.route() + ", " + plan.counts().changes() + " changes"));
        if (header.complete() && header.coverage().isFull() && !plan.isHeld()) {
            stores.stocks()
                    .remember(
                            header.source(),
                            new LastRead(plan.counts().sourceRows(), header.watermark(), header.readEnded()));
        }
        if (material.cursor().isPresent() || before.isPresent()) {
            due(request.file(), header, material);
        }
        material.cursor().ifPresent(cursor -> stores.cycles().cursors().move(header.route(), cursor));
    }

    /**
     * What a plan would write stays due until a write has brought it into step, whatever becomes of the plan. A route
     * without a cursor keeps none: its next plan looks at everything.
     */
    private void due(Path file, PlanHeader header, PlanMaterial material) {
        List<DueRow> before = new ArrayList<>();
        if (material.cursor().isEmpty()) {
            // The plan does not prove that it looked at them.
            stores.cycles().due().of(header.route(), before::add);
        }
        stores.cycles().due().replace(header.route(), header.id(), out -> {
            SeenItems written = new SeenItems();
            files.rows(file, row -> {
                if (row.action().isWrite()) {
                    written.add(row.targetItem().orElseThrow());
                    out.accept(new DueRow(
                            row.sourceItem().orElseThrow(), row.targetItem().orElseThrow()));
                }
            });
            before.stream().filter(row -> !written.contains(row.targetItem())).forEach(out);
        });
    }
}
