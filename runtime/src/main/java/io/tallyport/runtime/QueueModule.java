package io.tallyport.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Halts;
import io.tallyport.core.connection.KillSwitch;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.inventory.PruneHistory;
import io.tallyport.core.inventory.SyncStock;
import io.tallyport.core.inventory.schedule.RouteSchedules;
import io.tallyport.core.inventory.schedule.RunHistoryPrune;
import io.tallyport.core.inventory.schedule.RunStockCycle;
import io.tallyport.core.inventory.schedule.StockCycle;
import io.tallyport.core.job.CronSchedule;
import io.tallyport.core.job.JobBatches;
import io.tallyport.core.job.JobDesk;
import io.tallyport.core.job.JobFence;
import io.tallyport.core.job.JobHandlers;
import io.tallyport.core.job.JobHistory;
import io.tallyport.core.job.JobPorts;
import io.tallyport.core.job.JobQueue;
import io.tallyport.core.job.JobType;
import io.tallyport.core.job.JobTypes;
import io.tallyport.core.job.Nothing;
import io.tallyport.core.job.PruneJobs;
import io.tallyport.core.job.QueueUpkeep;
import io.tallyport.core.job.ScheduleDesk;
import io.tallyport.core.job.ScheduleKeeper;
import io.tallyport.core.job.Schedules;
import io.tallyport.core.job.Workers;
import io.tallyport.core.kernel.UnitOfWork;
import io.tallyport.core.purchasing.PurchaseOrderSync;
import io.tallyport.core.purchasing.receiving.PollPurchaseOrders;
import io.tallyport.core.purchasing.receiving.PurchaseOrderPoll;
import io.tallyport.core.purchasing.receiving.RunPurchaseOrderPoll;
import io.tallyport.core.purchasing.sync.RunPurchaseOrderSync;
import io.tallyport.core.purchasing.sync.SyncPurchaseOrder;
import io.tallyport.core.webhook.DrainWebhooks;
import io.tallyport.core.webhook.PruneWebhooks;
import io.tallyport.core.webhook.RepairSubscriptions;
import io.tallyport.core.webhook.RunRepair;
import io.tallyport.core.webhook.WebhookDrain;
import io.tallyport.runtime.queue.JsonJobCodec;
import io.tallyport.runtime.queue.UnixCron;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The job queue, the job types of this program, and those of the service that it is embedded in. */
final class QueueModule extends AbstractModule {

    static final JsonJobCodec<StockCycle> STOCK_CYCLES = JsonJobCodec.of(StockCycle.class, 1);

    private static final Duration LONGEST_CYCLE = Duration.ofHours(6);

    private final QueueSettings settings;
    private final JobHandlers own;
    private final Path plans;

    QueueModule(QueueSettings settings, JobHandlers own, Path dataDirectory) {
        this.settings = settings;
        this.own = own;
        this.plans = dataDirectory.resolve("plans");
    }

    @Override
    protected void configure() {
        bind(CronSchedule.class).toInstance(new UnixCron());
        bind(QueueSettings.class).toInstance(settings);
    }

    @Provides
    @Singleton
    JobType<StockCycle> stockCycles() {
        return JobType.of(StockCycle.TYPE, 1, STOCK_CYCLES)
                .withTimeLimit(LONGEST_CYCLE)
                .withRetries(settings.retries());
    }

    @Provides
    @Singleton
    JobHandlers handlers(
            JobType<StockCycle> stockCycles,
            RouteStore routes,
            Halts halts,
            KillSwitch killSwitch,
            SyncStock syncStock,
            PruneHistory pruneHistory,
            JobType<PurchaseOrderSync> orderSyncs,
            JobType<PurchaseOrderPoll> orderPolls,
            PollPurchaseOrders pollPurchaseOrders,
            ConnectionStore connections,
            SyncPurchaseOrder syncPurchaseOrder,
            JobDesk desk,
            Workers workers,
            JobType<WebhookDrain> drainType,
            DrainWebhooks drain,
            PruneWebhooks pruneWebhooks,
            RepairSubscriptions repair,
            Clock clock) {
        RunStockCycle cycle =
                new RunStockCycle(routes, halts, killSwitch, syncStock, new StockCyclePlans(plans, clock));
        return own.with(stockCycles, JobGate.guarded(cycle))
                .with(orderPolls, new RunPurchaseOrderPoll(pollPurchaseOrders, connections))
                .with(orderSyncs, JobGate.guarded(new RunPurchaseOrderSync(syncPurchaseOrder, clock)))
                .with(plain(PruneJobs.TYPE), new PruneJobs(desk, workers, settings.keepEnded()))
                .with(plain(RunHistoryPrune.TYPE), new RunHistoryPrune(pruneHistory))
                .with(drainType, JobGate.guarded(drain))
                .with(plain(PruneWebhooks.TYPE), pruneWebhooks)
                .with(plain(RunRepair.TYPE), JobGate.guarded(new RunRepair(repair)));
    }

    private JobType<Nothing> plain(String name) {
        return JobType.of(name, 1, JsonJobCodec.of(Nothing.class, 1)).withRetries(settings.retries());
    }

    @Provides
    @Singleton
    JobTypes types(JobHandlers handlers) {
        return new JobTypes(handlers);
    }

    @Provides
    @Singleton
    JobPorts ports(JobQueue queue, QueueUpkeep upkeep, Workers workers, JobFence fence) {
        return new JobPorts(queue, upkeep, workers, fence);
    }

    @Provides
    @Singleton
    ScheduleKeeper scheduleKeeper(Schedules schedules, CronSchedule cron) {
        return new ScheduleKeeper(schedules, cron);
    }

    @Provides
    @Singleton
    JobBatches batches(JobHistory history, JobDesk desk) {
        return new JobBatches(history, desk);
    }

    @Provides
    @Singleton
    ScheduleDesk scheduleDesk(
            Schedules schedules, CronSchedule cron, JobQueue queue, AuditTrail audit, UnitOfWork unitOfWork) {
        return new ScheduleDesk(schedules, cron, queue, audit, unitOfWork);
    }

    @Provides
    @Singleton
    RouteSchedules routeSchedules(
            RouteStore routes,
            ScheduleDesk desk,
            JobType<StockCycle> type,
            AuditTrail audit,
            UnitOfWork unitOfWork,
            Clock clock) {
        return new RouteSchedules(routes, desk, type, audit, unitOfWork, clock);
    }
}
