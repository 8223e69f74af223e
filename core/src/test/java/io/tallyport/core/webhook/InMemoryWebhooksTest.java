package io.tallyport.core.webhook;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

class InMemoryWebhooksTest implements WebhookInboxContract, WantedHooksContract {

    private final InMemoryWebhooks webhooks = new InMemoryWebhooks();
    private final InMemoryWantedHooks wanted = new InMemoryWantedHooks();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public WebhookInbox subject() {
        return webhooks;
    }

    @Override
    public WebhookArchive archive() {
        return webhooks;
    }

    @Override
    public WantedHooks wanted() {
        return wanted;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
