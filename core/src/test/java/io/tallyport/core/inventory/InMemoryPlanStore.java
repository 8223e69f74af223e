package io.tallyport.core.inventory;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.InMemoryTable;
import io.tallyport.core.kernel.PortException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plans in memory. */
public final class InMemoryPlanStore implements PlanStore {

    private final InMemoryTable<String, PlanRecord> plans = new InMemoryTable<>();

    @Override
    public void add(PlanRecord plan) {
        if (!plans.add(plan.id().value(), truncated(plan))) {
            throw new PortException.Conflict(
                    FailureContext.of("add plan"), "there is a plan " + plan.id() + " already");
        }
    }

    @Override
    public Optional<PlanRecord> find(PlanId id) {
        return plans.get(id.value());
    }

    @Override
    public boolean change(PlanRecord expected, PlanRecord wanted) {
        return find(expected.id())
                .filter(known -> known.hash().equals(expected.hash()) && known.state() == expected.state())
                .filter(known -> plans.replace(known.id().value(), known, known.with(wanted.hash(), wanted.state())))
                .isPresent();
    }

    @Override
    public List<PlanRecord> recent(int limit) {
        List<PlanRecord> all = new ArrayList<>(plans.values());
        Collections.sort(all, Comparator.comparing(PlanRecord::created).reversed());
        return all.stream().limit(limit).toList();
    }

    private static PlanRecord truncated(PlanRecord plan) {
        return new PlanRecord(
                plan.id(),
                plan.route(),
                plan.environment(),
                plan.hash(),
                plan.state(),
                plan.created().truncatedTo(ChronoUnit.MICROS),
                plan.expires().truncatedTo(ChronoUnit.MICROS),
                plan.file(),
                plan.rows(),
                plan.origin());
    }
}
