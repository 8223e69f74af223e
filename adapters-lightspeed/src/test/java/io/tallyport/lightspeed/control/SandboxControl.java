package io.tallyport.lightspeed.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.catalog.Variant;
import io.tallyport.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The control API of a running sandbox, as tests of one platform use it: people at work, and faults. */
public final class SandboxControl {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Sandbox sandbox;
    private final String platform;
    private final String writes;

    /**
     * For one platform.
     *
     * @param platform as the sandbox names it
     * @param writes which of its requests change stock: what a fault rule says after {@code "platform"}
     */
    public SandboxControl(Sandbox sandbox, String platform, String writes) {
        this.sandbox = sandbox;
        this.platform = platform;
        this.writes = writes;
    }

    /** Somebody does something: a call with a body of JSON. */
    public void call(String path, String body) {
        send(HttpRequest.newBuilder(URI.create(sandbox.controlUrl() + "/" + path))
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Puts fault rules in force. */
    public void faults(String script) {
        call("faults", script);
    }

    /** What becomes of the next request that changes stock. */
    public void nextWrite(String what) {
        faults("[{\"on\":{\"platform\":\"" + platform + "\"," + writes + "},\"do\":{" + what + "}}]");
    }

    /** Until a write that was delayed has landed. */
    public void awaitTheLateOne() {
        while (counter("lateDone") == 0) {
            Thread.onSpinWait();
        }
    }

    /** What the sandbox has counted of this platform. */
    public long counter(String name) {
        String body = send(HttpRequest.newBuilder(URI.create(sandbox.controlUrl() + "/counters"))
                .build());
        Matcher number = Pattern.compile("\"" + platform + "\":\\{.*?\"" + name + "\":(\\d+)")
                .matcher(body);
        assertThat(number.find()).as(body).isTrue();
        return Long.parseLong(number.group(1));
    }

    public void retitle(Variant variant, String title) {
        change(variant, "\"title\":\"" + title + "\"");
    }

    public void reprice(Variant variant, BigDecimal amount) {
        change(variant, "\"price\":" + amount);
    }

    public void archive(Variant variant) {
        change(variant, "\"status\":\"ARCHIVED\"");
    }

    private void change(Variant variant, String what) {
        call(
                "products",
                "{\"platform\":\"" + platform + "\",\"sku\":\"" + variant.sku().orElseThrow() + "\"," + what + "}");
    }

    private static String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as(request.uri().getPath() + " " + answer.body())
                    .isBetween(200, 299);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
