package io.tallyport.core.webhook;

import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;

/** What is refused about hooks, as codes to look up. */
public final class WebhookErrors {

    public static final ErrorCode REFUSED = new ErrorCode(
            "TP150",
            "Neither signature nor path proves where the webhook comes from",
            "compare the connection's secrets with the platform's: tallyport connection show NAME");
    public static final ErrorCode LIMITED = new ErrorCode(
            "TP151",
            "Too many webhooks without a right signature came from one source",
            "look at the access log for who sends them; webhook.refusals sets the limit");
    public static final ErrorCode TOO_LARGE = new ErrorCode(
            "TP152",
            "The webhook is larger than is taken",
            "raise it if the platform really sends such: tallyport config set webhook.max-kilobytes N");
    public static final ErrorCode MALFORMED = new ErrorCode(
            "TP153", "The webhook is none that the platform would send", "check who sends to this address");
    public static final ErrorCode UNAVAILABLE = new ErrorCode(
            "TP154",
            "The webhook could not be stored",
            "nothing is to be done if it passes: the platform sends it again; else: tallyport db info");
    public static final ErrorCode UNKNOWN_EVENT =
            new ErrorCode("TP155", "There is no such webhook event", "see them with: tallyport webhook events");
    public static final ErrorCode PENDING =
            new ErrorCode("TP156", "The webhook event waits already", "start a worker with: tallyport queue work");
    public static final ErrorCode NO_SECRET = new ErrorCode(
            "TP157",
            "The connection has no secret for its webhooks",
            "set it with: tallyport webhook secret NAME --env VAR");
    public static final ErrorCode NO_HOOKS = new ErrorCode(
            "TP158",
            "The connection's platform sends no webhooks that are taken here",
            "use a connection of a platform that does");
    public static final ErrorCode NO_ADDRESS = new ErrorCode(
            "TP159",
            "The address that platforms send webhooks to is not known",
            "set it with: tallyport config set webhook.public-url https://hooks.example.org");

    public static final ErrorCode NO_SUBSCRIPTION = new ErrorCode(
            "TP160",
            "The connection is not subscribed to this topic",
            "see what it is subscribed to with: tallyport webhook list NAME");

    private WebhookErrors() {}

    /** A refusal under one of the codes. */
    public static PortException.Rejected rejected(String operation, ErrorCode code, String message) {
        return new PortException.Rejected(FailureContext.of(operation).withCode(code), message);
    }
}
