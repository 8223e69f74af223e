package io.tallyport.core.webhook;

/**
 * Does what a hook of one topic asks for. A hook is a hint, may come twice, late and out of order: the handler fetches how
 * things stand now, and doing it again is harmless.
 */
@FunctionalInterface
public interface WebhookHandler {

    /**
     * Works on a hook. A {@link io.tallyport.core.kernel.PortException} that is rejected or unreadable sets the hook aside,
     * any other failure lets it be tried again.
     *
     * @param body as it came
     * @throws InterruptedException when the worker stops
     */
    void handle(WebhookEvent event, RawBody body) throws InterruptedException;
}
