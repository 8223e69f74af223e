package io.tallyport.runtime;

import io.tallyport.core.webhook.WebhookHandlers;

/** What a capability adds to the handlers of webhooks. */
@FunctionalInterface
interface WebhookContribution {

    /** The handlers with its own. */
    WebhookHandlers addTo(WebhookHandlers handlers);
}
