package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of each row of an apply, for the run's counts: the last word on a row is the one that counts. */
final class ApplyTally {

    private final Map<ExternalId, String> outcomes = new HashMap<>();

    void written(List<Pending> rows) {
        rows.forEach(row -> outcomes.put(row.item(), "written"));
    }

    void inStep(List<Pending> rows) {
        rows.forEach(row -> outcomes.put(row.item(), "in step already"));
    }

    /** A row of a merge that was carried to where it was owed. */
    void merged(ExternalId targetItem) {
        outcomes.put(targetItem, "written");
    }

    /** A row of a merge that nobody is owed anything of. */
    void settled(ExternalId targetItem) {
        outcomes.put(targetItem, "in step already");
    }

    void left(List<Pending> rows, Reason reason) {
        rows.forEach(row -> outcomes.put(row.item(), reason.name()));
    }

    /** A row that an earlier run of this plan has written. */
    void doneEarlier(ExternalId targetItem) {
        outcomes.put(targetItem, "written by an earlier run");
    }

    /** A row that had no turn: counted, and the plan file names it. */
    void noTurn(PlanRow row, Reason reason) {
        outcomes.put(row.targetItem().orElseThrow(), reason.name());
    }

    /** Whether something has been said about the row. */
    boolean isCounted(ExternalId targetItem) {
        return outcomes.containsKey(targetItem);
    }

    /** Whether the row was not written in this run for some reason. */
    boolean isLeft(ExternalId targetItem) {
        return isReason(outcomes.getOrDefault(targetItem, "-"));
    }

    /** Rows by what became of them in the end, each once. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        outcomes.values().forEach(outcome -> counts.merge(outcome, 1L, Long::sum));
        return counts;
    }

    long count(Reason reason) {
        return counts().getOrDefault(reason.name(), 0L);
    }

    /** Rows that were left out, for whatever reason. */
    long leftOut() {
        return counts().entrySet().stream()
                .filter(entry -> isReason(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static boolean isReason(String key) {
        return Character.isUpperCase(key.charAt(0));
    }
}
