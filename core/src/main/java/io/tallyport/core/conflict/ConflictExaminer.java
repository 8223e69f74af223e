package io.tallyport.core.conflict;

import io.tallyport.core.doctor.Examiner;
import io.tallyport.core.doctor.Finding;
import io.tallyport.core.doctor.Finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Examines the inbox of conflicts: each open one is a SKU that nobody keeps in step. */
public final class ConflictExaminer implements Examiner {

    private final ConflictInbox inbox;

    public ConflictExaminer(ConflictInbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public List<Finding> examine() {
        Map<String, Long> open = inbox.live().stream()
                .filter(conflict -> conflict.state() == ConflictState.OPEN)
                .collect(Collectors.groupingBy(
                        conflict -> conflict.last().route().value(), TreeMap::new, Collectors.counting()));
        return open.entrySet().stream()
                .map(route -> new Finding(
                        Severity.SOON,
                        "route " + route.getKey(),
                        route.getValue() + " conflicts wait for a person, and their SKUs are not synced",
                        "tallyport conflict list"))
                .toList();
    }
}
