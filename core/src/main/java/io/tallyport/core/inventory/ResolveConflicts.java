package io.tallyport.core.inventory;

import io.tallyport.core.conflict.Answer;
import io.tallyport.core.conflict.Conflict;
import io.tallyport.core.conflict.ConflictErrors;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.MergePolicy;
import io.tallyport.core.connection.Route;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.rule.RuleDesk;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what a person answers to conflicts. Nothing is ever written but by a plan: who answers has approved its rows,
 * and it is applied like any other, compare-and-set included.
 */
public final class ResolveConflicts {

    private static final Logger LOG = LoggerFactory.getLogger(ResolveConflicts.class);
    private static final String OPERATION = "resolve conflict";

    private final PlanStores stores;
    private final Connectors connectors;
    private final ApplyStockPlan apply;
    private final ConflictAnswers answers;
    private final AnswerPlan plan;
    private final Clock clock;

    public ResolveConflicts(
            PlanStores stores,
            RuleDesk rules,
            Connectors connectors,
            PlanFiles files,
            ApplyStockPlan apply,
            Clock clock) {
        this.stores = stores;
        this.connectors = connectors;
        this.apply = apply;
        this.answers = new ConflictAnswers(stores, rules, clock);
        this.plan = new AnswerPlan(stores, files, answers, clock);
        this.clock = clock;
    }

    /**
     * What is answered.
     *
     * @param value the figure, for VALUE alone: whole units, not negative
     * @param remember whether a rule shall give the same answer from now on; not for VALUE
     */
    public record Request(
            List<Long> conflicts, Answer.Kind answer, Optional<Quantity> value, boolean remember, String actor) {

        public Request {
            conflicts = List.copyOf(conflicts);
            if (value.isPresent() != (answer == Answer.Kind.VALUE)) {
                throw new IllegalArgumentException("the answer \"value\" needs a figure, and only that answer");
            }
            if (value.filter(figure -> figure.isNegative() || figure.hasFraction())
                    .isPresent()) {
                throw new IllegalArgumentException("a figure is whole units, not negative; got " + value.get());
            }
            if (remember && answer == Answer.Kind.VALUE) {
                throw new IllegalArgumentException("a figure is no answer to remember: it is right for now only");
            }
        }
    }

    /**
     * What came of it.
     *
     * @param settled answered without a write: kept as they are, or in step already
     * @param applied one plan for each route
     * @param refused what could not be answered so, by conflict
     */
    public record Result(List<Long> settled, List<Applied> applied, Map<Long, PortException> refused) {}

    /** A plan that carries out answers, and the run that applied it. */
    public record Applied(StockPlan plan, Path file, ApplyStockPlan.Result run) {}

    /**
     * Answers all of them alike.
     *
     * @param file where the plan of a route goes
     * @throws PortException as planning and applying do; a conflict that cannot be answered so is in the result
     */
    public Result resolve(Request request, Function<RouteId, Path> file, Progress progress) {
        Result result = new Result(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        Map<RouteId, List<Conflict>> toWrite = new LinkedHashMap<>();
        for (long id : request.conflicts()) {
            try {
                Conflict conflict = checked(id);
                if (request.answer() == Answer.Kind.SOURCE || request.answer() == Answer.Kind.VALUE) {
                    toWrite.computeIfAbsent(conflict.last().route(), route -> new ArrayList<>())
                            .add(conflict);
                } else {
                    answers.keep(conflict, request);
                    result.settled().add(id);
                }
            } catch (PortException.Rejected refused) {
                result.refused().put(id, refused);
            }
        }
        toWrite.forEach((route, conflicts) -> write(conflicts, request, file.apply(route), result, progress));
        LOG.info(
                "answered {} conflicts with {}: {} settled, {} plans, {} refused",
                request.conflicts().size(),
                request.answer(),
                result.settled().size(),
                result.applied().size(),
                result.refused().size());
        return result;
    }

    private Conflict checked(long id) {
        Conflict conflict = answers.live(id);
        Route route = route(conflict);
        if (route.policy().merge() != MergePolicy.SOURCE_WINS) {
            throw ConflictErrors.rejected(
                    OPERATION,
                    ConflictErrors.NO_ANSWER,
                    "on route \"" + route.id() + "\" both sides sell: setting a figure would undo sales");
        }
        return conflict;
    }

    private Route route(Conflict conflict) {
        RouteId id = conflict.last().route();
        return stores.routes()
                .find(id)
                .orElseThrow(() -> ConflictErrors.rejected(
                        OPERATION, ConflictErrors.NO_ANSWER, "route \"" + id + "\" is not there any more"));
    }

    private void write(List<Conflict> conflicts, Request request, Path file, Result result, Progress progress) {
        Route route = route(conflicts.get(0));
        Map<Conflict, PlanRow> rows = new LinkedHashMap<>();
        Optional<StockPlan> made = Optional.empty();
        try (RouteEnds ends = RouteEnds.open(route, stores.connections(), connectors)) {
            ends.checkLocations(stores.cycles().locations(), clock);
            RouteRulings rulings = RouteRulings.of(stores.rulings(), route, ends, clock, progress);
            AnswerRows read = AnswerRows.read(ends, rulings, conflicts);
            for (Conflict conflict : conflicts) {
                try {
                    rows.put(conflict, read.row(conflict, request.answer(), request.value()));
                } catch (PortException.Rejected refused) {
                    result.refused().put(conflict.id(), refused);
                }
            }
            made = plan.make(ends, request, rows, file);
        }
        made.ifPresent(ready -> result.applied()
                .add(new Applied(
                        ready,
                        file,
                        apply.apply(new ApplyStockPlan.Request(file, false, 0, request.actor()), progress))));
        rows.forEach((conflict, row) -> {
            if (row.action() == Action.KEEP) {
                result.settled().add(conflict.id());
            }
            if (request.remember()) {
                stores.unitOfWork().inOne(() -> answers.remember(conflict, request));
            }
        });
    }
}
