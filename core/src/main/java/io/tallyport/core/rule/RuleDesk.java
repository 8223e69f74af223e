package io.tallyport.core.rule;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Adds, replaces and removes rules; each change is in the audit trail, and counts from the next plan on. */
public final class RuleDesk {

    private static final String OPERATION = "rules";
    private static final int LONGEST_NOTE = 500;

    private final RuleStore rules;
    private final RouteStore routes;
    private final ConnectionStore connections;
    private final Connectors connectors;
    private final AuditTrail audit;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public RuleDesk(
            RuleStore rules,
            RouteStore routes,
            ConnectionStore connections,
            Connectors connectors,
            AuditTrail audit,
            UnitOfWork unitOfWork,
            Clock clock) {
        this.rules = rules;
        this.routes = routes;
        this.connections = connections;
        this.connectors = connectors;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** What is to be laid down; {@code note} says why, and may be empty. */
    public record Draft(RuleScope scope, RuleAspect aspect, String value, String note) {}

    /**
     * Adds a rule.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected with {@link RuleErrors#CONTRADICTION} when there is another
     *     rule for the same scope and aspect, or with {@link RuleErrors#NO_CATEGORIES}
     * @throws IllegalArgumentException when the value is none, or an end of the scope is unknown
     */
    public Rule add(Draft draft, String actor) {
        check(draft.scope());
        return unitOfWork.inOne(() -> {
            same(draft).ifPresent(known -> {
                throw RuleErrors.rejected(
                        OPERATION,
                        RuleErrors.CONTRADICTION,
                        "rule " + known.id() + " says " + known.describe() + " already");
            });
            return store(draft, "rule added", actor);
        });
    }

    /** Adds a rule in place of the one for the same scope and aspect, if there is one; fails as {@link #add}. */
    public Rule set(Draft draft, String actor) {
        check(draft.scope());
        return unitOfWork.inOne(() -> {
            same(draft).ifPresent(known -> rules.remove(known.id()));
            return store(draft, "rule set", actor);
        });
    }

    /**
     * Removes a rule.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected with {@link RuleErrors#UNKNOWN_RULE}
     */
    public Rule remove(long id, String actor) {
        return unitOfWork.inOne(() -> {
            Rule known = rules.all().stream()
                    .filter(rule -> rule.id() == id)
                    .findFirst()
                    .orElseThrow(() -> RuleErrors.rejected(
                            OPERATION, RuleErrors.UNKNOWN_RULE, "there is no rule with the number " + id));
            rules.remove(id);
            record("rule removed", known, actor);
            return known;
        });
    }

    /** All of them, by number. */
    public List<Rule> all() {
        return rules.all();
    }

    private Rule store(Draft draft, String action, String actor) {
        String note = draft.note();
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("a note has at most " + LONGEST_NOTE + " letters");
        }
        Rule stored =
                rules.add(new Rule(0, draft.scope(), draft.aspect(), draft.value(), note, actor, clock.instant()));
        record(action, stored, actor);
        return stored;
    }

    private void record(String action, Rule rule, String actor) {
        audit.record(new AuditEntry(clock.instant(), actor, action, "rule " + rule.id(), rule.describe()));
    }

    private Optional<Rule> same(Draft draft) {
        return rules.all().stream()
                .filter(rule -> rule.aspect() == draft.aspect() && rule.scope().equals(draft.scope()))
                .findFirst();
    }

    private void check(RuleScope scope) {
        scope.route().ifPresent(route -> {
            if (routes.find(route).isEmpty()) {
                throw new IllegalArgumentException("there is no route \"" + route + "\"");
            }
        });
        scope.location().ifPresent(end -> {
            if (connections.find(end.connection()).isEmpty()) {
                throw new IllegalArgumentException("there is no connection \"" + end.connection() + "\"");
            }
        });
        if (scope.thing() == RuleScope.Thing.CATEGORY) {
            List<Route> about = routes.all().stream().filter(scope::isAbout).toList();
            if (about.isEmpty()) {
                throw new IllegalArgumentException("there is no route that this rule would be about");
            }
            about.forEach(this::checkCategories);
        }
    }

    /** Opening does no I/O, so this asks no platform. */
    private void checkCategories(Route route) {
        try (ConnectorSession session = connectors.open(route.source().connection())) {
            if (session.port(ProductSource.class).isEmpty()) {
                throw RuleErrors.rejected(
                        OPERATION,
                        RuleErrors.NO_CATEGORIES,
                        "route \"" + route.id() + "\" begins at \""
                                + route.source().connection() + "\", which does not tell products");
            }
        }
    }
}
