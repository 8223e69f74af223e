package io.tallyport.persistence;

import io.tallyport.core.webhook.WantedHooks;
import io.tallyport.core.webhook.WebhookArchive;
import io.tallyport.core.webhook.WebhookInbox;

/** The stores of webhooks. Costs nothing to make; see {@link Stores}. */
public final class WebhookStores {

    private final Transactions transactions;

    WebhookStores(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Takes hooks in. */
    public WebhookInbox inbox() {
        return new JooqWebhookInbox(transactions);
    }

    /** Shows hooks. */
    public WebhookArchive archive() {
        return new JooqWebhookArchive(transactions);
    }

    /** Which topics are to be subscribed to. */
    public WantedHooks wanted() {
        return new JooqWantedHooks(transactions);
    }
}
