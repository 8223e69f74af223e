package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.RULES;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.Basis;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.rule.Rule;
import io.tallyport.core.rule.RuleAspect;
import io.tallyport.core.rule.RuleScope;
import io.tallyport.core.rule.RuleStore;
import io.tallyport.persistence.schema.tables.records.RulesRecord;
import java.util.List;
import java.util.Optional;

/** Rules as rows; the unique key of scope and aspect decides. */
final class JooqRuleStore implements RuleStore {

    private static final String ADD = "add rule";

    private final Transactions transactions;

    JooqRuleStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Rule add(Rule rule) {
        return transactions.call(ADD, sql -> {
            if (!Upserts.add(sql.insertInto(RULES).set(row(rule)))) {
                throw new PortException.Conflict(
                        FailureContext.of(ADD), "there is a rule already about: " + rule.describe());
            }
            return sql.selectFrom(RULES).where(RULES.SCOPE_KEY.eq(key(rule))).fetchSingle(JooqRuleStore::rule);
        });
    }

    @Override
    public List<Rule> all() {
        return transactions.call(
                "list rules", sql -> sql.selectFrom(RULES).orderBy(RULES.ID).fetch(JooqRuleStore::rule));
    }

    @Override
    public boolean remove(long id) {
        return transactions.call(
                "remove rule",
                sql -> sql.deleteFrom(RULES).where(RULES.ID.eq(id)).execute() == 1);
    }

    private static String key(Rule rule) {
        RuleScope scope = rule.scope();
        return Basis.of(
                rule.aspect().name(),
                scope.thing().name(),
                scope.name(),
                scope.location().map(end -> end.connection().value()).orElse(""),
                scope.location().map(end -> end.location().value()).orElse(""),
                scope.route().map(RouteId::value).orElse(""));
    }

    /** All but {@code id}, which the database gives. */
    private static RulesRecord row(Rule rule) {
        RuleScope scope = rule.scope();
        RulesRecord row = new RulesRecord();
        row.setScopeKey(key(rule));
        row.setAspect(rule.aspect().name());
        row.setRuleValue(rule.value());
        row.setThing(scope.thing().name());
        row.setThingName(scope.name());
        scope.location().ifPresent(end -> {
            row.setConnectionId(end.connection().value());
            row.setLocation(end.location().value());
        });
        scope.route().ifPresent(route -> row.setRouteId(route.value()));
        row.setNote(rule.note());
        row.setActor(rule.actor());
        row.setCreatedAt(rule.at());
        return row;
    }

    private static Rule rule(RulesRecord row) {
        Optional<LocationRef> location = Optional.ofNullable(row.getLocation())
                .map(end -> new LocationRef(new ConnectionId(row.getConnectionId()), new ExternalId(end)));
        return new Rule(
                row.getId(),
                new RuleScope(
                        RuleScope.Thing.valueOf(row.getThing()),
                        row.getThingName(),
                        location,
                        Optional.ofNullable(row.getRouteId()).map(RouteId::new)),
                RuleAspect.valueOf(row.getAspect()),
                row.getRuleValue(),
                row.getNote(),
                row.getActor(),
                row.getCreatedAt());
    }
}
