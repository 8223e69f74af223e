package io.tallyport.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The owner of an account at a stand-in: opens the page of an authorization and is sent back. */
public final class Owner {

    private static final HttpClient BROWSER =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Owner() {}

    /** The parameters of the address that the browser is sent to. */
    public static Map<String, String> answers(URI page) {
        URI back = URI.create(send(HttpRequest.newBuilder(page).build())
                .headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("the page sends nobody back: " + page.getPath())));
        return Arrays.stream(back.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /** Tells a stand-in's control API something; what it answers. */
    public static String tells(String url, String body) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url))
                .POST(BodyPublishers.ofString(body))
                .build());
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** Reads a page of a stand-in's control API. */
    public static String reads(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).build()).body();
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return BROWSER.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
