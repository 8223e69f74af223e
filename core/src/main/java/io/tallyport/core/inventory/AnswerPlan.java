package io.tallyport.core.inventory;

import io.tallyport.core.conflict.Answer;
import io.tallyport.core.conflict.Conflict;
import io.tallyport.core.conflict.ConflictErrors;
import io.tallyport.core.connection.Route;
import io.tallyport.core.history.AuditEntry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Saves the plan that carries out answers, approved by who gave them. */
final class AnswerPlan {

    private final PlanStores stores;
    private final PlanFiles files;
    private final ConflictAnswers answers;
    private final Clock clock;

    AnswerPlan(PlanStores stores, PlanFiles files, ConflictAnswers answers, Clock clock) {
        this.stores = stores;
        this.files = files;
        this.answers = answers;
        this.clock = clock;
    }

    /** The plan of those rows that need a write; empty when none does. What needs none is settled. */
    Optional<StockPlan> make(
            Route route, RouteEnds ends, ResolveConflicts.Request request, Map<Conflict, PlanRow> rows, Path file) {
        List<PlanRow> writes = rows.values().stream()
                .filter(row -> row.action().isWrite())
                .sorted(Comparator.comparing(PlanRow::key)
                        .thenComparing(row -> row.targetItem().orElseThrow().value()))
                .toList();
        Optional<StockPlan> plan =
                writes.isEmpty() ? Optional.empty() : Optional.of(file(route, ends, request, writes, file));
        stores.unitOfWork().inOne(() -> {
            plan.ifPresent(made -> save(made, request, file));
            rows.forEach((conflict, row) -> settle(conflict, row, request));
        });
        return plan;
    }

    private StockPlan file(
            Route route, RouteEnds ends, ResolveConflicts.Request request, List<PlanRow> writes, Path file) {
        PlanHeader header = header(route, ends, writes.size());
        PlanTally tally = new PlanTally(writes.size(), writes.size());
        PlanApproval approval = new PlanApproval(
                request.actor(), header.readEnded(), "answered: " + request.answer(), false, writes.size());
        return files.write(file, header, out -> {
            for (PlanRow row : writes) {
                boolean unused = tally.add(row);
                out.accept(row);
            }
            return new PlanSummary(tally.counts(), List.of(), List.of(approval));
        });
    }

    private PlanHeader header(Route route, RouteEnds ends, long rows) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new PlanHeader(
                new PlanId(UUID.randomUUID().toString()),
                route.id(),
                ends.environment(),
                route.source(),
                route.target(),
                route.policy(),
                now,
                now,
                now.plus(route.policy().planLifetime()),
                mark(route, ends),
                true,
                Coverage.cycle(rows));
    }

    /** Where the last read of the source began: what moved since is asked for while the plan is applied. */
    private Watermark mark(Route route, RouteEnds ends) {
        Optional<Watermark> ofMirror = stores.cycles()
                .mirror()
                .state(route.source())
                .filter(state -> state.basis().equals(ends.sourceConnection().basis()))
                .flatMap(MirrorState::mark);
        return ofMirror.or(() -> stores.stocks().lastRead(route.source()).map(LastRead::watermark))
                .orElseThrow(() -> ConflictErrors.rejected(
                        "resolve conflict",
                        ConflictErrors.NOT_READ,
                        "the source of route \"" + route.id() + "\" has not been read whole yet"));
    }

    private void save(StockPlan plan, ResolveConflicts.Request request, Path file) {
        PlanHeader header = plan.header();
        stores.plans()
                .add(new PlanRecord(
                        header.id(),
                        header.route(),
                        header.environment(),
                        plan.hash(),
                        PlanState.READY,
                        header.readEnded(),
                        header.expires(),
                        file.toString(),
                        plan.counts().changes()));
        stores.audit()
                .record(new AuditEntry(
                        header.readEnded(),
                        request.actor(),
                        "stock plan made",
                        header.id().value(),
                        "route " + header.route() + ", answers to "
                                + plan.counts().changes() + " conflicts"));
    }

    /** A figure of a person's own stays kept after it was written; what the source says closes when both sides agree. */
    private void settle(Conflict conflict, PlanRow row, ResolveConflicts.Request request) {
        if (request.answer() == Answer.Kind.VALUE) {
            answers.keepWritten(conflict, request, row);
            return;
        }
        answers.record(conflict, request.answer(), request.actor());
        if (row.action() == Action.KEEP) {
            stores.stocks()
                    .acknowledge(
                            conflict.last().route(),
                            List.of(new Acknowledged(
                                    conflict.last().targetItem(), row.desired().orElseThrow(), clock.instant())));
            answers.close(conflict);
        }
    }
}
