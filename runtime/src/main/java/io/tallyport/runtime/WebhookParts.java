package io.tallyport.runtime;

import io.tallyport.core.webhook.ReceiveWebhook;
import io.tallyport.core.webhook.RepairSubscriptions;
import io.tallyport.core.webhook.ReplayWebhook;
import io.tallyport.core.webhook.RotateHookSecret;
import io.tallyport.core.webhook.SendTestWebhook;
import io.tallyport.core.webhook.SubscriptionDesk;
import io.tallyport.core.webhook.WebhookArchive;
import io.tallyport.core.webhook.WebhookSettings;
import jakarta.inject.Inject;

/**
 * What a started Tallyport hands out around webhooks.
 *
 * @param receive takes one in
 * @param archive shows stored ones
 * @param replay lets one be worked on again
 * @param test sends a signed one of our own
 * @param subscriptions subscribes connections to topics
 * @param repair sees to it that subscriptions are there
 * @param secrets gives connections other secrets for their hooks
 * @param upkeep schedules what has to be done from time to time
 * @param settings how they are taken
 */
public record WebhookParts(
        ReceiveWebhook receive,
        WebhookArchive archive,
        ReplayWebhook replay,
        SendTestWebhook test,
        SubscriptionDesk subscriptions,
        RepairSubscriptions repair,
        RotateHookSecret secrets,
        WebhookUpkeep upkeep,
        WebhookSettings settings) {

    @Inject
    public WebhookParts {}
}
