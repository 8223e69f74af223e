package io.tallyport.cli;

import io.tallyport.core.inventory.Reason;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a demo ended, over all its routes.
 *
 * @param inStep eligible rows that are in step
 * @param eligible rows that are matched, tracked and stocked on both sides
 * @param others rows that cannot be in step, by reason
 * @param rounds how often it planned
 * @param approvedRows held rows that were approved on the way
 * @param retries how often something failed and was tried again
 * @param complete whether the last reads proved that it saw everything
 * @param faults how many requests the sandbox let go wrong, by kind
 */
record DemoResult(
        long inStep,
        long eligible,
        Map<String, Long> others,
        int rounds,
        long approvedRows,
        int retries,
        boolean complete,
        Map<String, Long> faults) {

    int exit() {
        return inStep == eligible && complete ? ExitCode.OK : ExitCode.FAILURE;
    }

    DemoResult withFaults(Map<String, Long> met) {
        return new DemoResult(inStep, eligible, others, rounds, approvedRows, retries, complete, met);
    }

    /** Both routes together. */
    DemoResult plus(DemoResult other) {
        Map<String, Long> all = new TreeMap<>(others);
        other.others.forEach((reason, rows) -> all.merge(reason, rows, Long::sum));
        return new DemoResult(
                inStep + other.inStep,
                eligible + other.eligible,
                all,
                rounds + other.rounds,
                approvedRows + other.approvedRows,
                retries + other.retries,
                complete && other.complete,
                faults);
    }

    /** The number counted over all routes at once. */
    DemoResult withRetries(int all) {
        return new DemoResult(inStep, eligible, others, rounds, approvedRows, all, complete, faults);
    }

    void print(Screen screen) {
        screen.blank();
        if (!faults.isEmpty()) {
            screen.line("Faults met: " + faults);
        }
        if (!others.isEmpty()) {
            screen.line("Left alone:");
            Table table = Table.of("REASON", ">ROWS", "MEANING");
            others.forEach((reason, rows) ->
                    table.row(reason, rows, Reason.valueOf(reason).meaning()));
            screen.table(table);
        }
        if (exit() == ExitCode.OK) {
            screen.good("IN SYNC " + inStep + " of " + eligible);
        } else {
            screen.attention("NOT IN SYNC " + inStep + " of " + eligible);
        }
    }
}
