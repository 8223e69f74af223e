package io.tallyport.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.counting.CancelCount;
import io.tallyport.core.counting.CompleteCount;
import io.tallyport.core.counting.CountDesk;
import io.tallyport.core.counting.CountFiles;
import io.tallyport.core.counting.CountPolicy;
import io.tallyport.core.counting.CountStores;
import io.tallyport.core.counting.PlanCount;
import io.tallyport.core.counting.ShowCount;
import io.tallyport.core.counting.StartCount;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.purchasing.PurchaseStores;
import io.tallyport.runtime.purchasing.SheetCountFiles;
import java.time.Clock;

/** The use cases of stocktakes. */
final class CountingModule extends AbstractModule {

    private final Clock clock;
    private final CountPolicy policy;

    CountingModule(Clock clock, CountPolicy policy) {
        this.clock = clock;
        this.policy = policy;
    }

    @Override
    protected void configure() {
        bind(CountFiles.class).toInstance(new SheetCountFiles());
    }

    @Provides
    @Singleton
    CountDesk desk(IntentJournal journal, AuditTrail audit, PurchaseStores stores, Connectors connectors) {
        return new CountDesk(
                new CountStores(journal, stores.partners(), audit, stores.unitOfWork()), connectors, policy, clock);
    }

    @Provides
    @Singleton
    PlanCount plan(CountDesk desk) {
        return new PlanCount(desk);
    }

    @Provides
    @Singleton
    StartCount start(CountDesk desk) {
        return new StartCount(desk);
    }

    @Provides
    @Singleton
    CompleteCount complete(CountDesk desk) {
        return new CompleteCount(desk);
    }

    @Provides
    @Singleton
    CancelCount cancel(CountDesk desk) {
        return new CancelCount(desk);
    }

    @Provides
    @Singleton
    ShowCount show(CountDesk desk) {
        return new ShowCount(desk);
    }
}
