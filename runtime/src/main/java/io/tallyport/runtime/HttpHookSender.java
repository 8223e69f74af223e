package io.tallyport.runtime;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.webhook.HookFormat;
import io.tallyport.core.webhook.HookSender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Posts a hook of our own, as a platform would. */
final class HttpHookSender implements HookSender {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String OPERATION = "test webhook";

    @Override
    public int post(URI address, HookFormat.Sample hook) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofByteArray(hook.body().bytes()));
        hook.headers().forEach(request::header);
        try {
            // A redirect is not followed: platforms do not either.
            return HttpClient.newBuilder()
                    .connectTimeout(TIMEOUT)
                    .build()
                    .send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException unreachable) {
            throw new PortException.Transient(
                    FailureContext.of(OPERATION),
                    "nothing answers at " + address.getScheme() + "://" + address.getAuthority()
                            + "; start the HTTP app, or look at the way there",
                    unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PortException.Transient(FailureContext.of(OPERATION), "it was stopped", stopped);
        }
    }
}
