package io.tallyport.core.inventory;

import io.tallyport.core.intent.Intent;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides row by row, while a plan is applied, what becomes of it now: written, in step already, or left with a reason.
 * Remembers the source's figure that each written row comes from.
 */
final class RowDecisions {

    private final PlanHeader plan;
    private final InventorySource target;
    private final SourceWatch watch;
    private final Rebase rebase;
    private final ApplyJournal journal;
    private final Map<ExternalId, Quantity> carried = new HashMap<>();
    private final Map<ExternalId, Quantity> earlier = new HashMap<>();

    RowDecisions(PlanHeader plan, InventorySource target, SourceWatch watch, Rebase rebase, ApplyJournal journal) {
        this.plan = plan;
        this.target = target;
        this.watch = watch;
        this.rebase = rebase;
        this.journal = journal;
    }

    /**
     * Sorts rows that need no write by what was planned and what the source says now: no compare-and-set will tell whether
     * the target has moved as well, so it is asked.
     */
    void prove(List<Pending> seeming, List<Pending> writes) {
        if (seeming.isEmpty()) {
            return;
        }
        Map<ExternalId, StockLevel> fresh = new HashMap<>();
        try {
            levels(seeming).forEach(level -> fresh.put(level.item(), level));
        } catch (PortException.Transient failed) {
            journal.left(seeming, Reason.FAILED, failed.describe());
            return;
        }
        List<Pending> inStep = new ArrayList<>();
        for (Pending row : seeming) {
            decideAgain(row, Optional.ofNullable(fresh.get(row.item())), writes, inStep);
        }
        journal.inStep(inStep);
    }

    private List<StockLevel> levels(List<Pending> rows) {
        return target.levelsOf(
                plan.target().location(), rows.stream().map(Pending::item).toList());
    }

    /** After the target said that rows have moved: reads them again, and gives those that are still to be written. */
    List<Pending> afterStale(Intent intent, List<Pending> rows) {
        Map<ExternalId, StockLevel> fresh = readAgain(intent, rows);
        List<Pending> next = new ArrayList<>();
        List<Pending> inStep = new ArrayList<>();
        for (Pending row : rows) {
            decideAgain(row, Optional.ofNullable(fresh.get(row.item())), next, inStep);
        }
        if (inStep.isEmpty()) {
            journal.notApplied(intent, "stale");
        } else {
            journal.undecided(intent, "stale, and " + inStep.size() + " rows have the wanted figure");
        }
        journal.inStep(inStep);
        return next;
    }

    private Map<ExternalId, StockLevel> readAgain(Intent intent, List<Pending> rows) {
        Map<ExternalId, StockLevel> fresh = new HashMap<>();
        try {
            levels(rows).forEach(level -> fresh.put(level.item(), level));
            watch.lookNow();
        } catch (PortException failed) {
            journal.notApplied(intent, "stale, and not to be read again: " + failed.describe());
            throw failed;
        }
        return fresh;
    }

    private void decideAgain(Pending row, Optional<StockLevel> level, List<Pending> next, List<Pending> inStep) {
        Optional<Quantity> local = watch.local(row.row());
        Optional<Quantity> remote =
                level.flatMap(known -> known.figure(row.row().figure()));
        if (level.isEmpty()) {
            journal.left(List.of(row), Reason.ITEM_GONE, "the target does not know the item any more");
        } else if (level.get().stocking() != Stocking.STOCKED || remote.isEmpty()) {
            journal.left(List.of(row), Reason.NOT_STOCKED_AT_LOCATION, "its level was switched off meanwhile");
        } else if (local.isEmpty()) {
            journal.left(List.of(row), Reason.NO_LEVEL_AT_SOURCE, "its level at the source is gone");
        } else if (remote.get().hasFraction()) {
            journal.left(List.of(row), Reason.OUT_OF_RANGE, "the target has " + remote.get() + " now");
        } else {
            decide(row, local.get(), remote.get(), next, inStep);
        }
    }

    /** Holds a row against the figures as they are now, and sorts it. */
    void decide(Pending row, Quantity local, Quantity remote, List<Pending> next, List<Pending> inStep) {
        Rebase.Decision decision = rebase.decide(row.row(), row.base(), local, remote);
        switch (decision.verdict()) {
            case WRITE -> next.add(carry(row, local, decision));
            case IN_STEP -> inStep.add(carry(row, local, decision));
            case LEAVE ->
                journal.left(
                        List.of(row),
                        decision.reason(),
                        "source " + row.base().local() + " -> " + local + ", target "
                                + row.base().remote() + " -> " + remote);
        }
    }

    private Pending carry(Pending row, Quantity local, Rebase.Decision decision) {
        if (!local.equals(usedLocal(row.row()))) {
            carried.put(row.item(), local);
        }
        earlier.remove(row.item());
        return new Pending(row.row(), row.base(), local, decision.from(), decision.to());
    }

    /** An earlier run has set the row to {@code figure}, which need not be what the plan says. */
    void wroteEarlier(PlanRow row, Quantity figure) {
        if (!row.rule().wanted(usedLocal(row)).equals(Optional.of(figure))) {
            earlier.put(row.targetItem().orElseThrow(), figure);
        }
    }

    /** The figure that the row's target was set to last; what the source had then is not known after a crash. */
    Optional<Quantity> written(PlanRow row) {
        Quantity before = earlier.get(row.targetItem().orElseThrow());
        return before == null ? row.rule().wanted(usedLocal(row)) : Optional.of(before);
    }

    /** The source's figure that the row's present target figure comes from, as far as this run knows. */
    Quantity usedLocal(PlanRow row) {
        return carried.getOrDefault(row.targetItem().orElseThrow(), row.local().orElseThrow());
    }
}
