package io.tallyport.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxServerTest {

    private final BlockingQueue<String> effects = new LinkedBlockingQueue<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SandboxServer server = SandboxServer.start(
            0,
            Map.of(
                    "/echo", Responder.of(SandboxServerTest::echo),
                    "/echo/cut", request -> new Delivery.Cut(),
                    "/slow", request -> new Delivery.Answer(echo(request), Duration.ofMillis(20)),
                    "/late", request -> new Delivery.CutThen(() -> effects.add(request.body()), Duration.ofMillis(20)),
                    "/broken",
                            Responder.of(request -> {
                                throw new IllegalStateException("broken");
                            })),
            Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aRequestArrivesDecoded() throws Exception {
        HttpRequest request = request("/echo/a%20b+c?x=1&x=%2C+%C3%A4&flag")
                .POST(BodyPublishers.ofString("größer"))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).body())
                .isEqualTo("POST /echo/a b+c {x=[1, , ä], flag=[]} größer");
    }

    @Test
    void chunkedBodiesAreRead() throws Exception {
        HttpRequest request = request("/echo")
                .PUT(BodyPublishers.fromPublisher(BodyPublishers.ofString("in pieces")))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).body()).endsWith("in pieces");
    }

    @Test
    void theDateIsTheGivenClocks() throws Exception {
        assertThat(client.send(request("/echo").build(), BodyHandlers.ofString())
                        .headers()
                        .allValues("Date"))
                .containsExactly("Tue, 03 Feb 2026 04:05:06 GMT");
    }

    @Test
    void theLongestFittingPrefixDecides() {
        HttpRequest request = request("/echo/cut").POST(BodyPublishers.noBody()).build();
        assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString())).isInstanceOf(IOException.class);
    }

    @Test
    void aSlowAnswerArrives() throws Exception {
        assertThat(client.send(request("/slow").build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLateEffectLandsAfterTheCut() throws Exception {
        HttpRequest request =
                request("/late").POST(BodyPublishers.ofString("landed")).build();
        assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString())).isInstanceOf(IOException.class);
        assertThat(effects.poll(30, TimeUnit.SECONDS)).isEqualTo("landed");
    }

    @Test
    void aFailureOfTheStandInIsA500() throws Exception {
        assertThat(client.send(request("/broken").build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(500);
    }

    @Test
    void nothingIsFoundWhereNothingIs() throws Exception {
        assertThat(client.send(request("/elsewhere").build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void severalRequestsShareAConnection() throws Exception {
        String answers = raw("GET /echo HTTP/1.1\r\nHost: x\r\n\r\nGET /echo HTTP/1.1\r\nConnection: close\r\n\r\n");
        assertThat(answers).containsSubsequence("200 OK", "keep-alive", "200 OK", "Connection: close");
    }

    @Test
    void bytesThatAreNoRequestAreRefused() throws Exception {
        assertThat(raw("hello\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(raw("GET /echo HTTP/1.1\r\nContent-Length: -1\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(raw("GET /%zz HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aClosedServerAnswersNoMore() {
        server.close();
        assertThatThrownBy(() -> client.send(request("/echo").build(), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), server.port());
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target));
    }

    private static SandboxResponse echo(SandboxRequest request) {
        String body = request.method() + " " + request.path() + " " + request.query() + " " + request.body();
        return new SandboxResponse(200, Map.of(), "text/plain; charset=utf-8", body);
    }
}
