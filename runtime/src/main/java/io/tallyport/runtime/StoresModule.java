package io.tallyport.runtime;

import com.google.inject.AbstractModule;
import io.tallyport.core.access.ApiTokens;
import io.tallyport.core.catalog.MappingStore;
import io.tallyport.core.catalog.mapping.RejectionStore;
import io.tallyport.core.conflict.ConflictInbox;
import io.tallyport.core.conflict.ConflictStore;
import io.tallyport.core.connection.BudgetLedger;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Halts;
import io.tallyport.core.connection.KeyRotation;
import io.tallyport.core.connection.KillSwitch;
import io.tallyport.core.connection.LocationStore;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.connection.SecretStore;
import io.tallyport.core.connection.SettingStore;
import io.tallyport.core.history.ApiLog;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.history.RunStore;
import io.tallyport.core.history.SyncLog;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.intent.UnsettledIntents;
import io.tallyport.core.inventory.DueRows;
import io.tallyport.core.inventory.LevelMirror;
import io.tallyport.core.inventory.LevelMirrorSink;
import io.tallyport.core.inventory.MergeStores;
import io.tallyport.core.inventory.PastStore;
import io.tallyport.core.inventory.PlanStore;
import io.tallyport.core.inventory.PreImageStore;
import io.tallyport.core.inventory.RouteCursors;
import io.tallyport.core.inventory.StockStore;
import io.tallyport.core.inventory.validation.ValidationReports;
import io.tallyport.core.inventory.validation.ValidationStore;
import io.tallyport.core.job.JobDesk;
import io.tallyport.core.job.JobFence;
import io.tallyport.core.job.JobHistory;
import io.tallyport.core.job.JobQueue;
import io.tallyport.core.job.JobSignal;
import io.tallyport.core.job.QueueUpkeep;
import io.tallyport.core.job.Schedules;
import io.tallyport.core.job.SignallingQueue;
import io.tallyport.core.job.Workers;
import io.tallyport.core.kernel.Leases;
import io.tallyport.core.kernel.UnitOfWork;
import io.tallyport.core.purchasing.receiving.PollMarks;
import io.tallyport.core.rule.ItemCategories;
import io.tallyport.core.rule.RuleStore;
import io.tallyport.core.webhook.WantedHooks;
import io.tallyport.core.webhook.WebhookArchive;
import io.tallyport.core.webhook.WebhookInbox;
import io.tallyport.persistence.Stores;

/** The stores of one database. */
final class StoresModule extends AbstractModule {

    private final Stores stores;

    StoresModule(Stores stores) {
        this.stores = stores;
    }

    @Override
    protected void configure() {
        bind(UnitOfWork.class).toInstance(stores.unitOfWork());
        bind(Leases.class).toInstance(stores.leases());
        bind(BudgetLedger.class).toInstance(stores.budgets());
        bind(ConnectionStore.class).toInstance(stores.connections());
        bind(RouteStore.class).toInstance(stores.routes());
        bind(SettingStore.class).toInstance(stores.settings());
        bind(Halts.class).toInstance(stores.halts());
        bind(KillSwitch.class).toInstance(stores.killSwitch());
        bind(SecretStore.class).toInstance(stores.secrets());
        bind(KeyRotation.class).toInstance(stores.keyRotation());
        bind(RunStore.class).toInstance(stores.history().runs());
        bind(SyncLog.class).toInstance(stores.history().syncLog());
        bind(AuditTrail.class).toInstance(stores.history().auditTrail());
        bind(ApiLog.class).toInstance(stores.history().apiLog());
        bind(IntentJournal.class).toInstance(stores.intents());
        bind(UnsettledIntents.class).toInstance(stores.unsettledIntents());
        bind(PastStore.class).toInstance(stores.history().past());
        bind(MappingStore.class).toInstance(stores.mappings());
        bind(RejectionStore.class).toInstance(stores.rejections());
        bind(PlanStore.class).toInstance(stores.inventory().plans());
        bind(StockStore.class).toInstance(stores.inventory().stock());
        bind(PreImageStore.class).toInstance(stores.inventory().preImages());
        bind(LevelMirror.class).toInstance(stores.inventory().mirror());
        bind(LevelMirrorSink.class).toInstance(stores.inventory().mirrorSink());
        bind(RouteCursors.class).toInstance(stores.inventory().routeCursors());
        bind(DueRows.class).toInstance(stores.inventory().dueRows());
        bind(MergeStores.class).toInstance(stores.inventory().merge());
        bind(RuleStore.class).toInstance(stores.rulings().rules());
        bind(ItemCategories.class).toInstance(stores.rulings().categories());
        bind(ConflictStore.class).toInstance(stores.rulings().conflicts());
        bind(ConflictInbox.class).toInstance(stores.rulings().inbox());
        bind(ValidationStore.class).toInstance(stores.inventory().validations());
        bind(ValidationReports.class).toInstance(stores.inventory().validationReports());
        bind(LocationStore.class).toInstance(stores.locations());
        bind(PollMarks.class).toInstance(stores.pollMarks());
        bind(WebhookInbox.class).toInstance(stores.webhooks().inbox());
        bind(WebhookArchive.class).toInstance(stores.webhooks().archive());
        bind(WantedHooks.class).toInstance(stores.webhooks().wanted());
        bind(ApiTokens.class).toInstance(stores.apiTokens());
        bindQueue();
    }

    /** Whoever enqueues in this process wakes its workers, once that is committed. */
    private void bindQueue() {
        JobSignal signal = new JobSignal();
        bind(JobSignal.class).toInstance(signal);
        bind(JobQueue.class).toInstance(new SignallingQueue(stores.jobs().queue(), signal, stores.unitOfWork()));
        bind(QueueUpkeep.class).toInstance(stores.jobs().upkeep());
        bind(JobHistory.class).toInstance(stores.jobs().history());
        bind(JobDesk.class).toInstance(stores.jobs().desk());
        bind(JobFence.class).toInstance(stores.jobs().fence());
        bind(Workers.class).toInstance(stores.jobs().workers());
        bind(Schedules.class).toInstance(stores.jobs().schedules());
    }
}
