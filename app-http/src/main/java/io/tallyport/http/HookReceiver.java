package io.tallyport.http;

import io.javalin.http.Context;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.webhook.IncomingWebhook;
import io.tallyport.core.webhook.RawBody;
import io.tallyport.core.webhook.WebhookAnswer;
import io.tallyport.core.webhook.WebhookErrors;
import io.tallyport.runtime.WebhookParts;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes webhooks in. Answers 200 once a hook is stored, and 503 when it is to be sent again. */
final class HookReceiver {

    private static final int OK = 200;
    private static final String RETRY_AFTER = "60";

    private final WebhookParts webhooks;
    private final Metrics metrics;

    HookReceiver(WebhookParts webhooks, Metrics metrics) {
        this.webhooks = webhooks;
        this.metrics = metrics;
    }

    void receive(Context context) throws IOException {
        WebhookAnswer answer = take(context);
        metrics.hook(answer);
        if (answer.isKept()) {
            context.status(OK);
            return;
        }
        if (answer == WebhookAnswer.UNAVAILABLE || answer == WebhookAnswer.LIMITED) {
            context.header("Retry-After", RETRY_AFTER);
        }
        Problem.of(status(answer), code(answer)).answer(context);
    }

    private WebhookAnswer take(Context context) throws IOException {
        int most = webhooks.settings().maxBytes();
        if (context.contentLength() > most) {
            return WebhookAnswer.TOO_LARGE;
        }
        // One byte more than is taken, whatever length was announced: that is how too much is noticed.
        byte[] bytes;
        try (InputStream body = context.bodyInputStream()) {
            bytes = body.readNBytes(most + 1);
        }
        return webhooks.receive().receive(request(context, bytes));
    }

    private static IncomingWebhook request(Context context, byte[] bytes) {
        Map<String, String> path = context.pathParamMap();
        return new IncomingWebhook(
                context.pathParam("platform"),
                context.pathParam("connection"),
                Optional.ofNullable(path.get("secret")),
                Sources.of(context),
                context.headerMap(),
                query(context),
                RawBody.of(bytes));
    }

    private static Map<String, String> query(Context context) {
        Map<String, String> query = new HashMap<>();
        for (Map.Entry<String, List<String>> parameter : context.queryParamMap().entrySet()) {
            if (!parameter.getValue().isEmpty()) {
                query.put(parameter.getKey(), parameter.getValue().get(0));
            }
        }
        return query;
    }

    private static int status(WebhookAnswer answer) {
        return switch (answer) {
            case STORED, DUPLICATE -> OK;
            case REFUSED -> 401;
            case LIMITED -> 429;
            case TOO_LARGE -> 413;
            case MALFORMED -> 400;
            case UNAVAILABLE -> 503;
        };
    }

    private static ErrorCode code(WebhookAnswer answer) {
        return switch (answer) {
            case STORED, DUPLICATE, UNAVAILABLE -> WebhookErrors.UNAVAILABLE;
            case REFUSED -> WebhookErrors.REFUSED;
            case LIMITED -> WebhookErrors.LIMITED;
            case TOO_LARGE -> WebhookErrors.TOO_LARGE;
            case MALFORMED -> WebhookErrors.MALFORMED;
        };
    }
}
