package io.tallyport.core.inventory.undo;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunId;
import io.tallyport.core.history.RunStore;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.inventory.PastLevel;
import io.tallyport.core.inventory.PlanId;
import io.tallyport.core.inventory.PlanOrigin;
import io.tallyport.core.inventory.PlanRecord;
import io.tallyport.core.inventory.PlanStore;
import io.tallyport.core.inventory.PreImageStore;
import io.tallyport.core.inventory.Reason;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.inventory.UndoPlanner;
import io.tallyport.core.inventory.undo.Effect.Certainty;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Quantity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Plans to undo a run: each level that still is what the run set it to shall be what it was before. A level that was
 * changed since is named and left alone; one that was changed and changed back counts as unchanged.
 */
public final class RollBackRun {

    private static final String OPERATION = "roll back run";

    private final RunStore runs;
    private final PlanStore plans;
    private final RunEffects effects;
    private final UndoPlanner planner;

    public RollBackRun(
            RunStore runs, PlanStore plans, IntentJournal intents, PreImageStore preImages, UndoPlanner planner) {
        this.runs = runs;
        this.plans = plans;
        this.effects = new RunEffects(intents, preImages);
        this.planner = planner;
    }

    /**
     * What to undo.
     *
     * @param location which of the run's locations; needed only where it wrote to several
     * @param file where the plan goes
     */
    public record Request(RunId run, Optional<LocationRef> location, Path file, String actor) {}

    /**
     * Plans; the run's route is paused from now on.
     *
     * @throws IllegalArgumentException when there is no such run
     * @throws io.tallyport.core.kernel.PortException as {@link UndoPlanner#plan}, and Rejected when the run wrote nothing
     */
    public StockPlan plan(Request request, Progress progress) {
        Run run = runs.find(request.run())
                .orElseThrow(() -> new IllegalArgumentException("there is no run \"" + request.run() + "\""));
        PlanRecord applied = run.plan()
                .flatMap(plan -> plans.find(new PlanId(plan)))
                .orElseThrow(() -> UndoErrors.rejected(
                        OPERATION,
                        UndoErrors.NOTHING_TO_UNDO,
                        "run " + run.id() + " applied no plan that is known here"));
        LocationRef location = location(run, request.location());
        UndoPlanner.Request undo = new UndoPlanner.Request(
                new PlanOrigin(PlanOrigin.Kind.ROLLBACK, run.id().value()),
                run.route(),
                location,
                applied.environment(),
                request.file(),
                request.actor());
        return planner.plan(undo, () -> past(effects.of(run, location)), progress);
    }

    private LocationRef location(Run run, Optional<LocationRef> wanted) {
        List<LocationRef> written = effects.where(run);
        if (written.isEmpty()) {
            throw UndoErrors.rejected(
                    OPERATION, UndoErrors.NOTHING_TO_UNDO, "run " + run.id() + " has written nothing");
        }
        List<LocationRef> meant = written.stream()
                .filter(each -> wanted.map(each::equals).orElse(true))
                .toList();
        if (meant.size() == 1) {
            return meant.get(0);
        }
        throw UndoErrors.rejected(
                OPERATION,
                UndoErrors.NO_ROUTE,
                "run " + run.id() + " wrote to "
                        + written.stream().map(Object::toString).collect(Collectors.joining(" and ")));
    }

    private static UndoPlanner.Past past(List<Effect> effects) {
        return new UndoPlanner.Past() {
            @Override
            public long rows() {
                return effects.size();
            }

            @Override
            public void each(Consumer<PastLevel> out) {
                effects.forEach(effect -> out.accept(level(effect)));
            }
        };
    }

    private static PastLevel level(Effect effect) {
        return new PastLevel(
                effect.key(),
                effect.item(),
                effect.figure(),
                Optional.of(Quantity.of(effect.after())),
                Optional.of(Quantity.of(effect.before())),
                left(effect.certainty()));
    }

    private static Optional<Reason> left(Certainty certainty) {
        return switch (certainty) {
            case CERTAIN -> Optional.empty();
            case DISTURBED -> Optional.of(Reason.CHANGED_SINCE);
            case AMBIGUOUS -> Optional.of(Reason.AMBIGUOUS);
        };
    }
}
