package io.tallyport.core.webhook;

import io.tallyport.core.kernel.LogMark;
import io.tallyport.core.kernel.PortException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands one stored hook to its handler and notes how that ended. */
final class WebhookWork {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookWork.class);

    private final WebhookInbox inbox;
    private final WebhookArchive archive;
    private final WebhookHandlers handlers;
    private final int attempts;
    private final Clock clock;

    WebhookWork(WebhookInbox inbox, WebhookArchive archive, WebhookHandlers handlers, int attempts, Clock clock) {
        this.inbox = inbox;
        this.archive = archive;
        this.handlers = handlers;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** What the try came to; {@link WebhookState#PENDING} when it is to be tried again. */
    WebhookVerdict process(WebhookEvent event) throws InterruptedException {
        try (LogMark mark = LogMark.connection(event.connection())) {
            WebhookVerdict verdict = attempt(event);
            if (verdict.state() == WebhookState.FAILED) {
                LOG.warn("webhook {} ({}) is set aside: {}", event.id(), event.topic(), verdict.message());
            }
            boolean unused = inbox.settle(event.id(), verdict);
            return verdict;
        }
    }

    private WebhookVerdict attempt(WebhookEvent event) throws InterruptedException {
        Optional<WebhookHandlers.Entry> entry = handlers.find(event.platform(), event.topic());
        if (entry.isEmpty()) {
            return verdict(WebhookState.IGNORED, "nothing here handles " + event.platform() + " " + event.topic());
        }
        Optional<RawBody> body = archive.body(event.id());
        if (body.isEmpty()) {
            return verdict(WebhookState.FAILED, "its body is not there any more");
        }
        return handled(entry.get().handler(), event, body.get());
    }

    // A handler is somebody else's code: nothing that it throws may hold up the hooks behind.
    private WebhookVerdict handled(WebhookHandler handler, WebhookEvent event, RawBody body)
            throws InterruptedException {
        try {
            handler.handle(event, body);
            return verdict(WebhookState.PROCESSED, "");
        } catch (PortException failure) {
            boolean hopeless =
                    failure.kind() == PortException.Kind.REJECTED || failure.kind() == PortException.Kind.PROTOCOL;
            return failed(event, failure.describe(), hopeless);
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.warn("the handler of webhook {} ({}) failed", event.id(), event.topic(), failure);
            return failed(event, failure.getClass().getName() + ": " + failure.getMessage(), false);
        }
    }

    private WebhookVerdict failed(WebhookEvent event, String message, boolean hopeless) {
        boolean last = hopeless || event.attempts() + 1 >= attempts;
        return verdict(last ? WebhookState.FAILED : WebhookState.PENDING, message);
    }

    private WebhookVerdict verdict(WebhookState state, String message) {
        return new WebhookVerdict(state, message, clock.instant());
    }
}
