package io.tallyport.core.history;

import io.tallyport.core.doctor.Examiner;
import io.tallyport.core.doctor.Finding;
import io.tallyport.core.doctor.Finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Examines the last remote calls: whether a platform slows us down, or refuses who we are. */
public final class CallExaminer implements Examiner {

    private static final int LAST = 1_000;
    private static final int TOO_MANY = 429;

    /** A few belong to sharing a budget with others. */
    private static final int PERCENT = 5;

    private static final int FEWEST = 20;

    private final ApiLog log;

    public CallExaminer(ApiLog log) {
        this.log = log;
    }

    @Override
    public List<Finding> examine() {
        Map<String, List<ApiCall>> calls = log.recent(LAST).stream()
                .collect(Collectors.groupingBy(call -> call.connection().value(), TreeMap::new, Collectors.toList()));
        return calls.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= FEWEST
                        && slowed(entry.getValue()) * 100 > entry.getValue().size() * (long) PERCENT)
                .map(entry -> new Finding(
                        Severity.SOON,
                        "connection " + entry.getKey(),
                        "its platform answered " + slowed(entry.getValue()) + " of the last "
                                + entry.getValue().size() + " calls with \"too many requests\"",
                        "see which other programs use this account; tallyport connection update " + entry.getKey()
                                + " --help tells how to take a smaller part of its rate"))
                .toList();
    }

    private static long slowed(List<ApiCall> calls) {
        return calls.stream()
                .filter(call -> call.status().isPresent() && call.status().getAsInt() == TOO_MANY)
                .count();
    }
}
