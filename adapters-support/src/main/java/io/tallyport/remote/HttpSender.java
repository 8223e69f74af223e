package io.tallyport.remote;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends Feign's requests with the JDK's HTTP client and brings the whole answer.
 *
 * <p>Feign's own bridge to that client stops its read timeout at the answer's header, so a stalled body would hang a
 * thread for ever, and puts no limit on the size. HTTP/1.1 only: one call a connection, so a cut touches one call. Never
 * follows a redirect.
 *
 * <p>One thing is beyond our reach: when a connection turns out to be dead before the first byte of an answer, that
 * client sends a GET once more by itself, unseen by gate and journal. Adapters therefore never write by GET.
 */
final class HttpSender implements Client {

    /** The JDK's client sets these itself and refuses them. */
    private static final Set<String> OWN = Set.of("content-length", "host", "connection", "expect", "upgrade");

    private final HttpClient client;
    private final int maxBodyBytes;

    HttpSender(HttpSettings settings) {
        this.maxBodyBytes = settings.maxBodyBytes();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /** For what is not an API's answer; it follows no redirect either. */
    HttpClient client() {
        return client;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> underway =
                client.sendAsync(translated(request), head -> new BoundedBody(maxBodyBytes));
        try {
            HttpResponse<byte[]> answer = underway.get(options.readTimeoutMillis(), TimeUnit.MILLISECONDS);
            return translated(request, answer);
        } catch (TimeoutException e) {
            underway.cancel(true);
            throw new HttpTimeoutException("no whole answer within " + options.readTimeoutMillis() + " ms");
        } catch (InterruptedException e) {
            underway.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (CancellationException e) {
            throw new IOException("the request was given up", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(String.valueOf(e.getCause()), e);
        }
    }

    private static HttpRequest translated(Request request) {
        byte[] body = request.body();
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(request.url()))
                .method(
                        request.httpMethod().name(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        request.headers().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        return builder.build();
    }

    private static Response translated(Request request, HttpResponse<byte[]> answer) {
        Map<String, Collection<String>> headers =
                new LinkedHashMap<>(answer.headers().map());
        return Response.builder()
                .request(request)
                .status(answer.statusCode())
                .headers(headers)
                .body(answer.body())
                .build();
    }
}
