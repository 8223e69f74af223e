package io.tallyport.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.tallyport.core.conflict.ConflictInbox;
import io.tallyport.core.conflict.ConflictStore;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.history.RunStore;
import io.tallyport.core.history.SyncLog;
import io.tallyport.core.intent.UnsettledIntents;
import io.tallyport.core.inventory.ApplyStockPlan;
import io.tallyport.core.inventory.ExplainStock;
import io.tallyport.core.inventory.ExplainStores;
import io.tallyport.core.inventory.PastStore;
import io.tallyport.core.inventory.PlanFiles;
import io.tallyport.core.inventory.PlanStores;
import io.tallyport.core.inventory.PruneHistory;
import io.tallyport.core.inventory.ResolveConflicts;
import io.tallyport.core.inventory.Retention;
import io.tallyport.core.inventory.RulingStores;
import io.tallyport.core.kernel.UnitOfWork;
import io.tallyport.core.rule.ItemCategories;
import io.tallyport.core.rule.RuleDesk;
import io.tallyport.core.rule.RuleStore;
import java.nio.file.Path;
import java.time.Clock;

/** What people decide and ask about: rules, conflicts, why a number is what it is, how long the past is kept. */
final class RulingModule extends AbstractModule {

    private final Clock clock;
    private final Path dataDirectory;
    private final Retention retention;

    RulingModule(Clock clock, Path dataDirectory, Retention retention) {
        this.clock = clock;
        this.dataDirectory = dataDirectory;
        this.retention = retention;
    }

    @Provides
    @Singleton
    RulingStores rulingStores(
            RuleStore rules, ItemCategories categories, ConflictStore conflicts, ConflictInbox inbox) {
        return new RulingStores(rules, categories, conflicts, inbox);
    }

    @Provides
    @Singleton
    RuleDesk ruleDesk(
            RuleStore rules,
            RouteStore routes,
            ConnectionStore connections,
            Connectors connectors,
            AuditTrail audit,
            UnitOfWork unitOfWork) {
        return new RuleDesk(rules, routes, connections, connectors, audit, unitOfWork, clock);
    }

    @Provides
    @Singleton
    ResolveConflicts resolveConflicts(
            PlanStores stores, RuleDesk rules, Connectors connectors, PlanFiles files, ApplyStockPlan apply) {
        return new ResolveConflicts(stores, rules, connectors, files, apply, clock);
    }

    @Provides
    @Singleton
    ExplainStock explainStock(
            PlanStores planning, UnsettledIntents intents, RunStore runs, SyncLog syncLog, Connectors connectors) {
        return new ExplainStock(new ExplainStores(planning, intents, runs, syncLog), connectors, clock);
    }

    @Provides
    @Singleton
    PruneHistory pruneHistory(PastStore past, AuditTrail audit) {
        return new PruneHistory(past, audit, retention, dataDirectory.resolve("plans"), clock);
    }
}
