package io.tallyport.core.inventory.undo;

import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunId;
import io.tallyport.core.history.RunStore;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.PlanErrors;
import io.tallyport.core.inventory.PlanId;
import io.tallyport.core.inventory.PlanOrigin;
import io.tallyport.core.inventory.PlanRecord;
import io.tallyport.core.inventory.PlanStore;
import io.tallyport.core.inventory.PreImageStore;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.undo.Effect.Certainty;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads back what a run had written and says of each level whether it is again what it was before; writes nothing. */
public final class VerifyRollback {

    private static final String OPERATION = "verify rollback";
    private static final int BATCH = 250;

    private final RunStore runs;
    private final PlanStore plans;
    private final RunEffects effects;
    private final Connectors connectors;

    public VerifyRollback(
            RunStore runs, PlanStore plans, IntentJournal intents, PreImageStore preImages, Connectors connectors) {
        this.runs = runs;
        this.plans = plans;
        this.effects = new RunEffects(intents, preImages);
        this.connectors = connectors;
    }

    /** How a level stands that a run had written. */
    public enum State {
        /** It is what it was before the run. */
        RESTORED("as it was before the run"),
        /** It is what the run set it to. */
        STILL_SET("still as the run set it"),
        /** It is something else: somebody changed it after the run. */
        CHANGED_SINCE("changed after the run; that change stays"),
        /** What the run did to it is not known, and it is not what it was before. */
        AMBIGUOUS("the run's write lost its answer, and nothing proves what it did"),
        /** The platform does not know the item, or does not tell the level. */
        GONE("the item or its level does not exist any more");

        private final String meaning;

        State(String meaning) {
            this.meaning = meaning;
        }

        /** In words, for a person. */
        public String meaning() {
            return meaning;
        }
    }

    /**
     * One level.
     *
     * @param before what it was before the run
     * @param after what the run set it to
     * @param now what it is; empty when nobody knows
     */
    public record Row(LocationRef location, String key, long before, long after, Optional<Quantity> now, State state) {}

    /**
     * What was found.
     *
     * @param run whose writes were looked at
     * @param restored how many levels are what they were before
     * @param others all others
     */
    public record Answer(RunId run, long restored, List<Row> others) {

        public Answer {
            others = List.copyOf(others);
        }
    }

    /**
     * Verifies.
     *
     * @param id of the run that was undone, of the run that undid it, or of the rollback's plan
     * @throws IllegalArgumentException when there is neither
     * @throws io.tallyport.core.kernel.PortException when the shop cannot be read, and Rejected when the run wrote nothing
     */
    public Answer verify(String id) {
        Run run = undone(id);
        List<LocationRef> locations = effects.where(run);
        if (locations.isEmpty()) {
            throw UndoErrors.rejected(
                    OPERATION, UndoErrors.NOTHING_TO_UNDO, "run " + run.id() + " has written nothing");
        }
        List<Row> rows = new ArrayList<>();
        locations.forEach(location -> rows.addAll(read(location, effects.of(run, location))));
        List<Row> others =
                rows.stream().filter(row -> row.state() != State.RESTORED).toList();
        return new Answer(run.id(), rows.size() - others.size(), others);
    }

    private Run undone(String id) {
        Optional<RunId> byPlan = rolledBack(id);
        if (byPlan.isPresent()) {
            return run(byPlan.get());
        }
        Run run = run(new RunId(id));
        return run.plan().flatMap(this::rolledBack).map(this::run).orElse(run);
    }

    /** The run that a rollback's plan undoes. */
    private Optional<RunId> rolledBack(String plan) {
        return plans.find(new PlanId(plan))
                .map(PlanRecord::origin)
                .filter(origin -> origin.kind() == PlanOrigin.Kind.ROLLBACK)
                .map(origin -> new RunId(origin.of()));
    }

    private Run run(RunId id) {
        return runs.find(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no run or rollback \"" + id + "\""));
    }

    private List<Row> read(LocationRef location, List<Effect> written) {
        try (ConnectorSession session = connectors.open(location.connection())) {
            InventorySource shop = session.port(InventorySource.class)
                    .orElseThrow(() -> UndoErrors.rejected(
                            OPERATION, PlanErrors.CANNOT, "\"" + location.connection() + "\" tells no levels"));
            List<Row> rows = new ArrayList<>();
            for (int from = 0; from < written.size(); from += BATCH) {
                List<Effect> batch = written.subList(from, Math.min(written.size(), from + BATCH));
                Map<ExternalId, StockLevel> now = new HashMap<>();
                shop.levelsOf(
                                location.location(),
                                batch.stream().map(Effect::item).toList())
                        .forEach(level -> now.put(level.item(), level));
                batch.forEach(effect -> rows.add(row(location, effect, Optional.ofNullable(now.get(effect.item())))));
            }
            return rows;
        }
    }

    private static Row row(LocationRef location, Effect effect, Optional<StockLevel> level) {
        Optional<Quantity> now = level.flatMap(known -> known.figure(effect.figure()));
        return new Row(location, effect.key(), effect.before(), effect.after(), now, state(effect, now));
    }

    private static State state(Effect effect, Optional<Quantity> now) {
        if (now.isEmpty()) {
            return State.GONE;
        }
        if (now.get().equals(Quantity.of(effect.before()))) {
            return State.RESTORED;
        }
        if (effect.certainty() == Certainty.AMBIGUOUS) {
            return State.AMBIGUOUS;
        }
        return now.get().equals(Quantity.of(effect.after())) ? State.STILL_SET : State.CHANGED_SINCE;
    }
}
