package io.tallyport.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.job.JobQueue;
import io.tallyport.core.job.JobType;
import io.tallyport.core.purchasing.ApprovePurchaseOrder;
import io.tallyport.core.purchasing.CancelPurchaseOrder;
import io.tallyport.core.purchasing.ChangePurchaseOrder;
import io.tallyport.core.purchasing.CreatePurchaseOrder;
import io.tallyport.core.purchasing.ImportPurchaseOrders;
import io.tallyport.core.purchasing.OrderBook;
import io.tallyport.core.purchasing.OrderFiles;
import io.tallyport.core.purchasing.PurchaseOrderSync;
import io.tallyport.core.purchasing.PurchasePolicy;
import io.tallyport.core.purchasing.PurchaseStores;
import io.tallyport.core.purchasing.SyncRequests;
import io.tallyport.core.purchasing.receiving.PollMarks;
import io.tallyport.core.purchasing.receiving.PollPurchaseOrders;
import io.tallyport.core.purchasing.receiving.PurchaseOrderPoll;
import io.tallyport.core.purchasing.receiving.ReadBackConsignment;
import io.tallyport.core.purchasing.sync.ReceivePurchaseOrder;
import io.tallyport.core.purchasing.sync.SyncPendingOrders;
import io.tallyport.core.purchasing.sync.SyncPurchaseOrder;
import io.tallyport.core.webhook.GapPoller;
import io.tallyport.runtime.purchasing.SheetOrderFiles;
import io.tallyport.runtime.queue.JsonJobCodec;
import java.time.Clock;
import java.time.Duration;

/** The use cases of purchase orders. */
final class PurchasingModule extends AbstractModule {

    static final JsonJobCodec<PurchaseOrderSync> SYNCS = JsonJobCodec.of(PurchaseOrderSync.class, 1);

    static final JsonJobCodec<PurchaseOrderPoll> POLLS = JsonJobCodec.of(PurchaseOrderPoll.class, 1);

    private static final Duration LONGEST_SYNC = Duration.ofHours(1);

    private final Clock clock;
    private final PurchasePolicy policy;
    private final PurchaseStores stores;
    private final String jobs;

    /**
     * The use cases over these stores.
     *
     * @param jobs what the names of job types begin with, so that workers without the store that the jobs need leave them alone
     */
    PurchasingModule(Clock clock, PurchasePolicy policy, PurchaseStores stores, String jobs) {
        this.clock = clock;
        this.policy = policy;
        this.stores = stores;
        this.jobs = jobs;
    }

    @Override
    protected void configure() {
        bind(PurchasePolicy.class).toInstance(policy);
        bind(PurchaseStores.class).toInstance(stores);
        bind(OrderFiles.class).toInstance(new SheetOrderFiles());
        Multibinder.newSetBinder(binder(), WebhookContribution.class)
                .addBinding()
                .to(PurchaseHooks.class);
        OptionalBinder.newOptionalBinder(binder(), GapPoller.class).setBinding().to(PurchaseHooks.class);
    }

    @Provides
    @Singleton
    JobType<PurchaseOrderSync> syncs(QueueSettings settings) {
        return JobType.of(jobs + PurchaseOrderSync.TYPE, 1, SYNCS)
                .withTimeLimit(LONGEST_SYNC)
                .withRetries(settings.retries());
    }

    @Provides
    @Singleton
    OrderBook book() {
        return new OrderBook(stores, clock);
    }

    @Provides
    @Singleton
    SyncRequests requests(JobQueue queue, JobType<PurchaseOrderSync> type) {
        return new SyncRequests(queue, type);
    }

    @Provides
    @Singleton
    CreatePurchaseOrder create(OrderBook book, ConnectionStore connections) {
        return new CreatePurchaseOrder(book, connections);
    }

    @Provides
    @Singleton
    ImportPurchaseOrders imports(CreatePurchaseOrder create, OrderBook book) {
        return new ImportPurchaseOrders(create, book);
    }

    @Provides
    @Singleton
    ApprovePurchaseOrder approve(OrderBook book, SyncRequests requests) {
        return new ApprovePurchaseOrder(book, requests, policy);
    }

    @Provides
    @Singleton
    CancelPurchaseOrder cancel(OrderBook book, SyncRequests requests) {
        return new CancelPurchaseOrder(book, requests);
    }

    @Provides
    @Singleton
    ChangePurchaseOrder change(OrderBook book, SyncRequests requests) {
        return new ChangePurchaseOrder(book, requests);
    }

    @Provides
    @Singleton
    SyncPurchaseOrder sync(OrderBook book, IntentJournal journal, Connectors connectors) {
        return new SyncPurchaseOrder(book, journal, connectors, policy);
    }

    @Provides
    @Singleton
    SyncPendingOrders pending(SyncPurchaseOrder sync) {
        return new SyncPendingOrders(stores.orders(), sync);
    }

    @Provides
    @Singleton
    ReceivePurchaseOrder receive(OrderBook book, IntentJournal journal, Connectors connectors) {
        return new ReceivePurchaseOrder(book, journal, connectors, policy);
    }

    @Provides
    @Singleton
    PollPurchaseOrders poll(ReadBackConsignment readBack, PollMarks marks, SyncRequests requests) {
        return new PollPurchaseOrders(readBack, marks, stores.orders(), requests);
    }

    @Provides
    @Singleton
    JobType<PurchaseOrderPoll> polls(QueueSettings settings) {
        return JobType.of(jobs + PurchaseOrderPoll.TYPE, 1, POLLS)
                .withTimeLimit(LONGEST_SYNC)
                .withRetries(settings.retries());
    }

    @Provides
    @Singleton
    ReadBackConsignment readBack(OrderBook book, Connectors connectors) {
        return new ReadBackConsignment(book, connectors);
    }
}
