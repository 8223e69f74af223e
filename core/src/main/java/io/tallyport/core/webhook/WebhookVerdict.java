package io.tallyport.core.webhook;

import java.time.Instant;

/**
 * How a try ended.
 *
 * @param message for a person, cut to 2,000 characters when it is stored
 */
public record WebhookVerdict(WebhookState state, String message, Instant at) {}
