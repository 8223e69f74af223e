package io.tallyport.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.tallyport.core.conflict.ConflictExaminer;
import io.tallyport.core.conflict.ConflictInbox;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.doctor.Doctor;
import io.tallyport.core.doctor.Examiner;
import io.tallyport.core.history.ApiLog;
import io.tallyport.core.history.CallExaminer;
import io.tallyport.core.inventory.PlanStores;
import io.tallyport.core.inventory.StockExaminer;
import io.tallyport.core.job.JobHistory;
import io.tallyport.core.job.QueueExaminer;
import io.tallyport.core.job.Schedules;
import io.tallyport.core.job.Workers;
import io.tallyport.core.purchasing.OrderExaminer;
import io.tallyport.core.purchasing.PurchaseStores;
import io.tallyport.core.webhook.SubscriptionDesk;
import io.tallyport.core.webhook.WantedHooks;
import io.tallyport.core.webhook.WebhookArchive;
import io.tallyport.core.webhook.WebhookExaminer;
import java.time.Clock;
import java.util.List;

/** What the doctor examines, in this order. */
final class DoctorModule extends AbstractModule {

    @Provides
    @Singleton
    StockExaminer stock(PlanStores stores, Connectors connectors, Clock clock) {
        return new StockExaminer(stores, connectors, clock);
    }

    @Provides
    @Singleton
    QueueExaminer queue(JobHistory history, Workers workers, Schedules schedules) {
        return new QueueExaminer(history, workers, schedules);
    }

    @Provides
    @Singleton
    WebhookExaminer webhooks(
            WantedHooks wanted, Connectors connectors, SubscriptionDesk desk, WebhookArchive archive, Clock clock) {
        return new WebhookExaminer(
                wanted,
                hook -> new OpenedSubscriptions(connectors, hook.connection()),
                hook -> desk.address(hook.connection(), hook.topic()),
                archive,
                clock);
    }

    @Provides
    @Singleton
    Doctor doctor(
            StockExaminer stock,
            ConflictInbox conflicts,
            ApiLog calls,
            QueueExaminer queue,
            WebhookExaminer webhooks,
            PurchaseStores orders,
            Clock clock) {
        List<Examiner> examiners = List.of(
                stock,
                new ConflictExaminer(conflicts),
                new CallExaminer(calls),
                queue,
                webhooks,
                new OrderExaminer(orders, clock));
        return new Doctor(examiners);
    }
}
