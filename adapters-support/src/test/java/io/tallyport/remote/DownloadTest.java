package io.tallyport.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import io.tallyport.core.connection.LocalBudgetLedger;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {

    private static final ConnectionId SHOP = new ConnectionId("shop");
    private static final CallSpec FILE = CallSpec.read("file");
    private static final Problem TOO_FEW =
            Problem.of(Problem.Kind.LOST, "rows are missing", new ErrorCode("T9", "rows are missing", "try again"));

    private final StandIn server = new StandIn();
    private final HandClock clock = new HandClock();
    private final CallJournal journal = new CallJournal();
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean stopped;
    private DownloadSettings limits = new DownloadSettings(Duration.ofSeconds(20), 100, 10_000);

    @AfterEach
    void close() {
        over.countDown();
        server.close();
    }

    private static final class Codes implements AnswerClassifier {
        @Override
        public Optional<Problem> problem(Answer<?> answer) {
            return Optional.empty();
        }

        @Override
        public ErrorCode code(Breakdown breakdown) {
            return new ErrorCode("T1", breakdown.name(), "try again");
        }
    }

    private Downloads downloads(URI baseUrl) {
        Surroundings around = new Surroundings(
                (connection, access, operation) -> {
                    if (stopped) {
                        throw new PortException.Rejected(FailureContext.of(operation), "stopped");
                    }
                },
                journal,
                clock,
                clock,
                () -> 0,
                new LocalBudgetLedger(clock));
        return new RemoteApis(HttpSettings.DEFAULT)
                .downloads(SHOP, baseUrl, around, new Codes(), CallSettings.DEFAULT, limits);
    }

    private Download from(long position) {
        return downloads(server.url()).open(FILE, server.url() + "/f.jsonl?Signature=abc&Expires=1", position);
    }

    private static List<String> rest(Download download) {
        List<String> lines = new ArrayList<>();
        Optional<String> line = download.next(DownloadTest::text);
        while (line.isPresent()) {
            lines.add(line.get());
            line = download.next(DownloadTest::text);
        }
        return lines;
    }

    private static String text(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        if (text.contains("bad")) {
            throw Problem.unreadable("not a line").asException();
        }
        return text;
    }

    @Test
    void aFileComesLineByLine() {
        server.then(200, "one\ntwo\n\nthree");
        assertThat(rest(from(0))).containsExactly("one", "two", "", "three");
        assertThat(server.asked()).hasSize(1);
        assertThat(server.asked().get(0).header("Range")).isEmpty();
    }

    @Test
    void theJournalDoesNotShowWhatOpensTheFile() {
        server.then(200, "one\n");
        rest(from(0));
        assertThat(journal.all()).singleElement().satisfies(call -> {
            assertThat(call.path()).isEqualTo("/f.jsonl");
            assertThat(call.operation()).isEqualTo("file");
            assertThat(call.status()).hasValue(200);
        });
    }

    @Test
    void aCutFileGoesOnAfterItsLastWholeLine() {
        server.thenBreakOff("one\ntwo\nthr").then(part("\nthree\nfour\n"));
        assertThat(rest(from(0))).containsExactly("one", "two", "three", "four");
        assertThat(server.asked().get(1).header("Range")).contains("bytes=7-");
        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void aServerWithoutRangesSendsTheWholeFileAgainAndItsBeginningIsSkipped() {
        server.thenBreakOff("one\ntwo\nthr").then(200, "one\ntwo\nthree\nfour\n");
        assertThat(rest(from(0))).containsExactly("one", "two", "three", "four");
    }

    @Test
    void aStoredPlaceIsGoneOnFrom() {
        server.then(part("\ntwo\n"));
        Download download = from(4);
        assertThat(download.next(DownloadTest::text)).contains("two");
        assertThat(download.position()).isEqualTo(8);
    }

    @Test
    void aFileThatChangedIsNotGoneOnWith() {
        server.then(part("xtwo\n"));
        assertThatThrownBy(() -> from(4).next(DownloadTest::text))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining("not the one that was begun");
    }

    @Test
    void anEndThatComesTooEarlyIsAskedAboutAgain() {
        server.then(200, "one\n").then(200, "one\ntwo\n");
        Download download = from(0);
        assertThat(download.expect(DownloadTest::text, TOO_FEW)).isEqualTo("one");
        assertThat(download.expect(DownloadTest::text, TOO_FEW)).isEqualTo("two");
    }

    @Test
    void anEndThatStaysTooEarlyIsAFailureWithTheCallersWords() {
        server.then(200, "one\n").then(200, "one\n").then(200, "one\n").then(200, "one\n");
        Download download = from(0);
        download.next(DownloadTest::text);
        PortException.Transient failure =
                catchThrowableOfType(PortException.Transient.class, () -> download.expect(DownloadTest::text, TOO_FEW));
        assertThat(failure.context().code().orElseThrow().code()).isEqualTo("T9");
        assertThat(server.asked()).hasSize(4);
    }

    @Test
    void aLineWithoutItsEndThatCannotBeReadWasCut() {
        server.then(200, "one\nbad").then(part("\ntwo\n"));
        assertThat(rest(from(0))).containsExactly("one", "two");
    }

    @Test
    void aWholeLineThatCannotBeReadIsNotAskedForAgain() {
        server.then(200, "bad\none\n");
        assertThatThrownBy(() -> from(0).next(DownloadTest::text)).isInstanceOf(PortException.Protocol.class);
        assertThat(server.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 410})
    void aSpentLinkIsToldApart(int status) {
        server.then(status, "<Error/>");
        assertThatThrownBy(() -> from(0).next(DownloadTest::text))
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        failure -> assertThat(failure.context().vendorStatus()).hasValue(status));
        assertThat(server.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aStoreThatIsOverloadedIsAskedAgain(int status) {
        server.then(status, "").then(200, "one\n");
        assertThat(rest(from(0))).containsExactly("one");
    }

    @Test
    void aWebPageIsNotTheFileAndIsAskedAgain() {
        server.then(200, "<html></html>", "Content-Type", "text/html").then(200, "one\n");
        assertThat(rest(from(0))).containsExactly("one");
    }

    @Test
    void aRedirectIsNotFollowed() {
        server.then(302, "", "Location", server.url() + "/elsewhere");
        assertThatThrownBy(() -> from(0).next(DownloadTest::text)).isInstanceOf(PortException.Protocol.class);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aLineWithoutAnEndDoesNotFillTheMemory() {
        server.then(200, "x".repeat(101));
        assertThatThrownBy(() -> from(0).next(DownloadTest::text))
                .isInstanceOf(PortException.Protocol.class)
                .hasMessageContaining("100 bytes");
    }

    @Test
    void aFileWithoutAnEndIsStopped() {
        limits = new DownloadSettings(Duration.ofSeconds(20), 100, 20);
        server.then(200, "0123456789\n0123456789\n0123456789\n");
        Download download = from(0);
        assertThatThrownBy(() -> rest(download))
                .isInstanceOf(PortException.Protocol.class)
                .hasMessageContaining("20 bytes");
    }

    @Test
    void aTransferThatStallsIsCutAndGoneOnWith() {
        limits = new DownloadSettings(Duration.ofMillis(50), 100, 1000);
        server.then(this::stalled).then(part("\ntwo\n"));
        assertThat(rest(from(0))).containsExactly("one", "two");
    }

    private void stalled(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write("one\n".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static StandIn.Reply part(String text) {
        return exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(206, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://storage.example/f?Signature=abc",
                "ftp://storage.example/f?Signature=abc",
                "https://user@storage.example/f?Signature=abc",
                "https:///f?Signature=abc",
                "f?Signature=abc",
                "http://[broken?Signature=abc"
            })
    void aLinkThatIsNotSafeIsNotFollowedAndNotShown(String link) {
        Downloads downloads = downloads(server.url());
        assertThatThrownBy(() -> downloads.open(FILE, link, 0))
                .isInstanceOf(PortException.Protocol.class)
                .hasMessageNotContaining("abc")
                .hasNoCause();
    }

    @Test
    void aRealPlatformCannotSendUsToThisMachine() {
        Downloads downloads = downloads(URI.create("https://shop.example"));
        assertThatThrownBy(() -> downloads.open(FILE, server.url() + "/f", 0))
                .isInstanceOf(PortException.Protocol.class);
    }

    @Test
    void whoeverStoppedReadingStopsTheDownloadToo() {
        stopped = true;
        assertThatThrownBy(() -> from(0).next(DownloadTest::text))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessage("stopped");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void anInterruptEndsTheDownloadAndStaysVisible() {
        server.then(500, "");
        clock.whileAsleep(() -> Thread.currentThread().interrupt());
        Function<byte[], String> reading = DownloadTest::text;
        assertThatThrownBy(() -> from(0).next(reading)).isInstanceOf(PortException.Transient.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
