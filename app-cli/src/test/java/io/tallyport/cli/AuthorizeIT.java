package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person connects by OAuth at the command line, with a browser beside it. */
final class AuthorizeIT {

    private static final Pattern PAGE = Pattern.compile("(http://\\S+authorize\\?\\S+)");
    private static final HttpClient BROWSER = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private static final HttpClient STAYING =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    Path directory;

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().withSkus(5));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void close() {
        Transcripts.keep(List.of("authorize"), out + "\n" + err);
        new Terminal(directory).keepEvidence();
        sandbox.close();
    }

    private int run(Runnable whenShown, InputStream in, String... args) {
        List<String> all =
                new ArrayList<>(List.of("--data", directory.resolve("data").toString()));
        all.addAll(List.of(args));
        PrintWriter watched = new PrintWriter(out) {
            private boolean shown;

            @Override
            public void flush() {
                super.flush();
                if (!shown && PAGE.matcher(out.toString()).find()) {
                    shown = true;
                    whenShown.run();
                }
            }
        };
        CliSettings settings = new CliSettings(
                Map.of("APP_SECRET", sandbox.clientSecret()),
                directory,
                directory,
                "tester",
                false,
                Clock.systemUTC(),
                close -> close.run());
        return new TallyportCli(settings).execute(watched, new PrintWriter(err), in, all.toArray(String[]::new));
    }

    private int run(String... args) {
        return run(() -> {}, InputStream.nullInputStream(), args);
    }

    private void addTill() {
        String base = sandbox.rseriesBaseUrl();
        assertThat(run(
                        "connection",
                        "add",
                        "till",
                        "--platform",
                        "lightspeed-r",
                        "--account",
                        sandbox.rseriesAccount(),
                        "--base-url",
                        base,
                        "--environment",
                        "sandbox",
                        "--auth",
                        "oauth",
                        "--client-id",
                        sandbox.clientId(),
                        "--client-secret-env",
                        "APP_SECRET",
                        "--option",
                        "auth-url=" + base + "/auth/oauth/authorize",
                        "--option",
                        "token-url=" + base + "/auth/oauth/token"))
                .as(err.toString())
                .isZero();
    }

    private URI page() {
        Matcher page = PAGE.matcher(out.toString());
        assertThat(page.find()).isTrue();
        return URI.create(page.group(1));
    }

    private static HttpResponse<String> open(HttpClient browser, URI page) {
        try {
            return browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theBrowserComesBackToTheProgramAndTheConnectionWorks() {
        addTill();
        assertThat(run("connection", "test", "till")).isEqualTo(1);
        assertThat(err.toString()).contains("TP042");
        List<String> seen = new ArrayList<>();

        int exit = run(
                () -> seen.add(open(BROWSER, page()).body()),
                InputStream.nullInputStream(),
                "connection",
                "authorize",
                "till");

        assertThat(exit).as(err.toString()).isZero();
        assertThat(seen.get(0)).contains("Close this page").doesNotContain("code");
        assertThat(run("connection", "test", "till")).as(err.toString()).isZero();
        assertThat(out + "" + err).doesNotContain(sandbox.clientSecret()).doesNotContain("eyJ");
    }

    @Test
    void anAnswerWithAnotherStateIsRefused() {
        addTill();

        int exit = run(
                () -> open(
                        STAYING,
                        URI.create(page().toString()
                                        .replaceFirst(".*redirect_uri=([^&]+).*", "$1")
                                        .replace("%3A", ":")
                                        .replace("%2F", "/")
                                + "?code=planted&state=guessed")),
                InputStream.nullInputStream(),
                "connection",
                "authorize",
                "till");

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("TP044").doesNotContain("planted");
    }

    /** Is empty until the page was shown and the owner has agreed. */
    private final class Pasted extends InputStream {
        private InputStream address = InputStream.nullInputStream();
        private boolean asked;

        @Override
        public int read() {
            throw new IllegalStateException("lines are read in blocks");
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (!asked) {
                asked = true;
                String location =
                        open(STAYING, page()).headers().firstValue("Location").orElseThrow();
                address = new ByteArrayInputStream((location + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return address.read(bytes, from, length);
        }
    }

    @Test
    void theAddressMayBePastedByHand() {
        addTill();

        int exit = run(
                () -> {},
                new Pasted(),
                "connection",
                "authorize",
                "till",
                "--no-listen",
                "--redirect-uri",
                "https://example.org/done");

        assertThat(exit).as(err.toString()).isZero();
        assertThat(page().toString()).contains("redirect_uri=https%3A%2F%2Fexample.org%2Fdone");
        assertThat(run("connection", "locations", "till")).as(err.toString()).isZero();
    }

    @Test
    void clientCredentialsNeedNobody() {
        assertThat(run(
                        "connection",
                        "add",
                        "web",
                        "--platform",
                        "shopify",
                        "--account",
                        "sandbox.myshopify.com",
                        "--base-url",
                        sandbox.shopifyBaseUrl(),
                        "--environment",
                        "sandbox",
                        "--auth",
                        "client-credentials",
                        "--client-id",
                        sandbox.clientId(),
                        "--client-secret-env",
                        "APP_SECRET"))
                .as(err.toString())
                .isZero();

        assertThat(run("connection", "test", "web")).as(err.toString()).isZero();
        assertThat(run("connection", "authorize", "web", "--no-listen")).isEqualTo(1);
        assertThat(err.toString()).contains("TP048");
    }

    private void control(String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.controlUrl() + "/tokens/" + path))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        assertThat(STAYING.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private void authorizeTill() {
        assertThat(run(() -> open(BROWSER, page()), InputStream.nullInputStream(), "connection", "authorize", "till"))
                .as(err.toString())
                .isZero();
    }

    @Test
    void anAuthorizationThatWasTakenBackIsToldWithWhatToDo() throws Exception {
        addTill();
        control("lifetimes", "{\"platform\":\"rseries\",\"accessSeconds\":1,\"refreshSeconds\":3600}");
        authorizeTill();
        control("revoke", "{\"platform\":\"rseries\",\"what\":\"both\"}");

        assertThat(run("connection", "test", "till")).isEqualTo(1);

        assertThat(err.toString()).contains("TP040", "tallyport connection authorize till");
        control("lifetimes", "{\"platform\":\"rseries\",\"accessSeconds\":1800,\"refreshSeconds\":3600}");
        out.getBuffer().setLength(0);
        authorizeTill();
        assertThat(run("connection", "test", "till")).as(err.toString()).isZero();
    }

    @Test
    void theKeyIsChangedUnderneath() {
        addTill();
        assertThat(run(() -> open(BROWSER, page()), InputStream.nullInputStream(), "connection", "authorize", "till"))
                .as(err.toString())
                .isZero();

        assertThat(run("secrets", "rotate-key")).as(err.toString()).isZero();

        assertThat(out.toString()).contains("Secrets encrypted anew: 2").contains("master.key");
        assertThat(run("connection", "test", "till")).as(err.toString()).isZero();
    }

    @Test
    void anAppWithoutItsSecretIsAMisuse() {
        assertThat(run(
                        "connection",
                        "add",
                        "web",
                        "--platform",
                        "shopify",
                        "--account",
                        "x",
                        "--base-url",
                        "https://x.example",
                        "--environment",
                        "sandbox",
                        "--auth",
                        "oauth",
                        "--client-id",
                        "i"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--client-secret-stdin");
    }
}
