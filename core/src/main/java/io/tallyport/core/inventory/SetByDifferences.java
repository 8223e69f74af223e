package io.tallyport.core.inventory;

import io.tallyport.core.inventory.AdjustProof.Verdict;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets levels through a {@link StockAdjuster}: reads them, and where they are what they must be, adds the differences.
 *
 * <p>What is sold between the reading and the adding stays sold: the level is then not the wanted figure but that less the
 * sale, which the next reading shows. Keys mean nothing here; a write is proven by the platform's record. All lines are
 * checked before any is written; should the platform refuse some of them all the same, the outcome is unknown.
 */
public final class SetByDifferences implements InventorySink, WriteProof {

    private static final String SET = "stock.set";

    private final Look look;
    private final StockAdjuster adjuster;
    private final Limits limits;

    /** Reads some levels of one location; unknown items are left out. */
    @FunctionalInterface
    public interface Look {
        List<StockLevel> at(ExternalId location, Collection<ExternalId> items);
    }

    /**
     * What the platform does not do, each with the code to tell it by.
     *
     * @param notStocked an item without a level gets none by being set
     * @param belowZero no level is set below zero; empty where it may be
     */
    public record Limits(ErrorCode notStocked, Optional<ErrorCode> belowZero) {}

    public SetByDifferences(Look look, StockAdjuster adjuster, Limits limits) {
        this.look = look;
        this.adjuster = adjuster;
        this.limits = limits;
    }

    @Override
    public int maxLines() {
        return adjuster.maxLines();
    }

    @Override
    public Optional<WriteProof> proof() {
        return Optional.of(this);
    }

    @Override
    public Optional<Watermark> mark(ExternalId location) {
        return adjuster.mark(location);
    }

    @Override
    public SetOutcome set(StockWrite write, String key) {
        Map<ExternalId, StockLevel> levels = new HashMap<>();
        List<ExternalId> items =
                write.lines().stream().map(StockWrite.Line::item).toList();
        look.at(write.location(), items).forEach(level -> levels.put(level.item(), level));
        List<SetOutcome.LineProblem> problems = problems(write, levels);
        if (!problems.isEmpty()) {
            return SetOutcome.refused(problems);
        }
        boolean stale = write.lines().stream()
                .anyMatch(line -> !Optional.ofNullable(levels.get(line.item()))
                        .flatMap(level -> level.figure(write.figure()))
                        .equals(Optional.of(Quantity.of(line.from()))));
        if (stale) {
            return SetOutcome.of(SetOutcome.Status.STALE);
        }
        return differences(write)
                .map(adjustment -> outcome(write, adjustment, adjuster.adjust(adjustment)))
                .orElseGet(() -> SetOutcome.of(SetOutcome.Status.UNCHANGED));
    }

    private List<SetOutcome.LineProblem> problems(StockWrite write, Map<ExternalId, StockLevel> levels) {
        List<SetOutcome.LineProblem> problems = new ArrayList<>();
        for (int i = 0; i < write.lines().size(); i++) {
            StockWrite.Line line = write.lines().get(i);
            StockLevel level = levels.get(line.item());
            if (level == null) {
                problems.add(new SetOutcome.LineProblem(
                        i, Reason.ITEM_GONE, limits.notStocked(), "the platform does not know the item"));
            } else if (level.figure(write.figure()).isEmpty()) {
                problems.add(new SetOutcome.LineProblem(
                        i, Reason.NOT_STOCKED_AT_LOCATION, limits.notStocked(), "it has no level there"));
            } else if (line.to() < 0 && limits.belowZero().isPresent()) {
                problems.add(new SetOutcome.LineProblem(
                        i, Reason.OUT_OF_RANGE, limits.belowZero().get(), "a level of " + line.to() + " is not taken"));
            }
        }
        return problems;
    }

    private static Optional<StockAdjustment> differences(StockWrite write) {
        List<StockAdjustment.Line> lines = write.lines().stream()
                .filter(line -> line.to() != line.from())
                .map(line -> new StockAdjustment.Line(
                        line.item(), Quantity.of(line.to()).minus(Quantity.of(line.from()))))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new StockAdjustment(write.location(), lines, write.after()));
    }

    private static SetOutcome outcome(StockWrite write, StockAdjustment adjustment, AdjustOutcome outcome) {
        if (outcome.lines().stream().allMatch(line -> line.problem().isEmpty())) {
            return SetOutcome.applied(Optional.empty());
        }
        if (outcome.lines().stream().anyMatch(line -> !line.applied().isZero())) {
            throw new PortException.UnknownOutcome(
                    FailureContext.of(SET),
                    "only a part of " + adjustment.lines().size() + " lines was taken: " + outcome.lines(),
                    null);
        }
        List<ExternalId> items =
                write.lines().stream().map(StockWrite.Line::item).toList();
        List<SetOutcome.LineProblem> problems = new ArrayList<>();
        outcome.lines()
                .forEach(line -> line.problem()
                        .ifPresent(problem -> problems.add(new SetOutcome.LineProblem(
                                items.indexOf(line.item()), problem.reason(), problem.code(), problem.message()))));
        return SetOutcome.refused(problems);
    }

    @Override
    public AdjustProof prove(StockWrite write, Instant sent) {
        Map<ExternalId, Verdict> verdicts = new HashMap<>();
        write.lines().forEach(line -> verdicts.put(line.item(), Verdict.DONE));
        Optional<AdjustProof> proof = differences(write).map(adjustment -> adjuster.prove(adjustment, sent));
        proof.ifPresent(told -> verdicts.putAll(told.verdicts()));
        return new AdjustProof(verdicts, proof.map(AdjustProof::otherwise).orElseGet(Map::of));
    }

    /** Nothing can be switched on; a level that is there is returned as it is. */
    @Override
    public StockLevel activate(ExternalId location, ExternalId item, String key) {
        return look.at(location, List.of(item)).stream()
                .filter(level -> level.stocking() == Stocking.STOCKED)
                .findFirst()
                .orElseThrow(() -> new PortException.Rejected(
                        FailureContext.of("stock.activate").withCode(limits.notStocked()),
                        limits.notStocked().meaning() + ": "
                                + limits.notStocked().action()));
    }
}
