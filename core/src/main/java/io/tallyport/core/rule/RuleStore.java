package io.tallyport.core.rule;

import java.util.List;

/** Keeps rules; at most one for each scope and aspect. Joins the caller's unit of work; thread-safe. */
public interface RuleStore {

    /**
     * Adds a rule and gives it back with its number, which is greater than that of each rule before it.
     *
     * @throws io.tallyport.core.kernel.PortException.Conflict when there is one for this scope and aspect
     */
    Rule add(Rule rule);

    /** All of them, by number. */
    List<Rule> all();

    /** False when there was none of that number. */
    boolean remove(long id);
}
