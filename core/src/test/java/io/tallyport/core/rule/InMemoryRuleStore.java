package io.tallyport.core.rule;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.InMemoryTable;
import io.tallyport.core.kernel.PortException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Rules in memory. */
public final class InMemoryRuleStore implements RuleStore {

    private final InMemoryTable<Long, Rule> rows = new InMemoryTable<>();
    private final AtomicLong last = new AtomicLong();

    @Override
    public synchronized Rule add(Rule rule) {
        boolean taken = all().stream()
                .anyMatch(known ->
                        known.aspect() == rule.aspect() && known.scope().equals(rule.scope()));
        if (taken) {
            throw new PortException.Conflict(FailureContext.of("add rule"), "there is a rule already");
        }
        Rule stored = new Rule(
                last.incrementAndGet(),
                rule.scope(),
                rule.aspect(),
                rule.value(),
                rule.note(),
                rule.actor(),
                rule.at().truncatedTo(ChronoUnit.MICROS));
        rows.put(stored.id(), stored);
        return stored;
    }

    @Override
    public List<Rule> all() {
        return rows.values();
    }

    @Override
    public boolean remove(long id) {
        return rows.get(id).isPresent() && rows.remove(id);
    }
}
