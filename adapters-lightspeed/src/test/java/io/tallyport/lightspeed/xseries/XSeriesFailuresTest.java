package io.tallyport.lightspeed.xseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tallyport.core.connection.Access;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Health;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.PortException;
import io.tallyport.remote.RemoteSettings;
import io.tallyport.remote.TestCredentials;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XSeriesFailuresTest extends ScriptedStore {

    private static final Map<String, String> DATED = Map.of("api-version.inventory", "2026-07");

    @ParameterizedTest
    @CsvSource({
        "401, AUTHENTICATION, LS102",
        "403, AUTHENTICATION, LS103",
        "400, REJECTED, LS109",
        "404, REJECTED, LS109",
        "422, REJECTED, LS109",
        "405, PROTOCOL, LS112",
        "409, CONFLICT, LS109",
        "410, PROTOCOL, LS111",
        "599, PROTOCOL, LS106",
    })
    void errorsAreWhatTheVendorMeansByThem(int status, PortException.Kind kind, String code) {
        server.then(status, "{\"error\":\"so it is\"}");

        PortException failure =
                catchThrowableOfType(PortException.class, () -> session().locations());

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.context().code())
                .hasValueSatisfying(given -> assertThat(given).hasToString(code));
        assertThat(failure.describe()).contains("so it is", "outlets.list").doesNotContain("t0ken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":{\"code\":7,\"message\":\"of payments\"}}|of payments; 7",
                "{\"errors\":[\"one\",\"two\"]}|one; two",
                "{\"error\":\"Too\",\"message\":\"many\"}|Too; many",
                "{}|refused",
                "plain words|plain words",
                "<html>oops</html>|a web page",
            })
    void errorsOfEveryFormAreTold(String body, String told) {
        server.then(400, body, "Content-Type", body.startsWith("<") ? "text/html" : "application/json");

        assertThatThrownBy(() -> session().locations()).hasMessageContaining(told);
    }

    @Test
    void aWithdrawnVersionSaysWhatToDo() {
        outlets().then(410, "");

        PortException failure =
                catchThrowableOfType(PortException.class, () -> source(DATED).levels(OUTLET, Optional.empty()));

        assertThat(failure.describe())
                .contains("LS111", "inventory.list", "status 410", "option api-version.GROUP", "first word");
        assertThat(journal.all()).hasSize(3);
    }

    @Test
    void anExpiredVersionThatAnswersInAnotherFormIsNotMisread() {
        outlets().then(200, Made.envelope(10, Made.datedLevel(1, Made.OUTLET, "5", 10)));

        assertThatThrownBy(() -> source(DATED).levels(OUTLET, Optional.empty()))
                .isInstanceOf(PortException.Protocol.class)
                .hasMessageContaining("API version 2026-07")
                .satisfies(thrown ->
                        assertThat(((PortException) thrown).context().code()).contains(XSeriesErrors.VERSION_MISMATCH));
    }

    @Test
    void aListThatBeginsWithTheNewestIsNotTakenForTheWhole() {
        outlets()
                .then(
                        200,
                        "[" + Made.datedLevel(1, Made.OUTLET, "5", 11) + "," + Made.datedLevel(2, Made.OUTLET, "5", 10)
                                + "]");

        assertThatThrownBy(() -> source(DATED).changedSince(OUTLET, new Watermark("3"), Optional.empty()))
                .isInstanceOf(PortException.Protocol.class)
                .hasMessageContaining("rising versions");
    }

    /** The server's clock is the machine's, ours another. */
    private static String inFourMinutes() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plus(Duration.ofMinutes(4)).atOffset(ZoneOffset.UTC));
    }

    private void waitedForFourMinutes() {
        assertThat(session().locations()).hasSize(2);
        assertThat(clock.sleeps())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofSeconds(230), Duration.ofSeconds(243)));
    }

    @Test
    void theLimitIsWaitedForByTheServersOwnClock() {
        server.then(
                        429,
                        "{\"error\":\"Too Many Requests\",\"message\":\"Rate limiting enforced\"}",
                        "Retry-After",
                        inFourMinutes(),
                        "X-RateLimit-Limit",
                        "350",
                        "X-RateLimit-Remaining",
                        "0")
                .then(200, OUTLETS)
                .then(200, Made.NO_ROWS);

        waitedForFourMinutes();
    }

    @Test
    void theWaitMayBeADateInTheBody() {
        server.then(429, "{\"retry-after\":\"" + inFourMinutes() + "\"}")
                .then(200, OUTLETS)
                .then(200, Made.NO_ROWS);

        waitedForFourMinutes();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After|7|{}|7",
                "X-Other|7|{\"retry-after\":11}|11",
                "X-Other|7|{\"error\":\"Too Many Requests\"}|30",
                "X-Other|7|''|30",
            })
    void theWaitMayBeToldInOtherWays(String header, String value, String body, int seconds) {
        server.then(429, body, header, value).then(200, OUTLETS).then(200, Made.NO_ROWS);

        assertThat(session().locations()).hasSize(2);

        assertThat(clock.sleeps().get(0)).isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds + 2));
    }

    @Test
    void theLastCallOfAWindowIsNotFollowedByOneTooMany() {
        server.then(200, OUTLETS, "X-RateLimit-Limit", "350", "X-RateLimit-Remaining", "0")
                .then(200, Made.NO_ROWS, "X-RateLimit-Limit", "350", "X-RateLimit-Remaining", "349");

        assertThat(session().locations()).hasSize(2);

        assertThat(clock.sleeps())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofMinutes(5), Duration.ofSeconds(301)));
    }

    @Test
    void truncatedAnswersAndWebPagesAreReadAgain() {
        server.thenBreakOff("{\"data\":[")
                .then(200, "<html>please log in</html>", "Content-Type", "text/html")
                .thenCut()
                .then(200, OUTLETS)
                .then(200, "{\"data\":[],\"version\":{\"max\":5000}}")
                .then(503, "<html>maintenance</html>", "Content-Type", "text/html")
                .then(200, Made.NO_ROWS);

        assertThat(session().locations()).hasSize(2);
        assertThat(server.asked()).hasSizeBetween(7, 8);
    }

    @Test
    void aPostThatReadsIsRepeatedAndAskedOfTheGateAsARead() {
        outlets().then(502, "").thenCut().then(200, "[]");
        List<Access> asked = new ArrayList<>();
        XSeriesConnector watched = new XSeriesConnector(
                TestCredentials.of(secrets, clock),
                (connection, access, operation) -> asked.add(access),
                journal,
                clock,
                clock,
                RemoteSettings.DEFAULT);

        assertThat(watched.open(connection().withOptions(DATED))
                        .port(io.tallyport.core.inventory.InventorySource.class)
                        .orElseThrow()
                        .changedSince(OUTLET, new Watermark("3"), Optional.empty())
                        .next())
                .isEmpty();
        assertThat(asked).hasSize(5).containsOnly(Access.READ);
    }

    @Test
    void brokenJsonIsNotUnderstood() {
        server.then(200, "{\"data\":");

        assertThatThrownBy(() -> session().locations()).isInstanceOf(PortException.Protocol.class);
    }

    @Test
    void theCheckIsWellWhereEverythingCanBeRead() {
        server.then(200, retailer("Example"));
        outlets().then(200, Made.NO_ROWS).then(200, Made.NO_ROWS);

        Health health = session().check();

        assertThat(health.problems()).isEmpty();
        assertThat(health.summary()).contains("example", "\"Ours\"", "inventory 2.0");
        assertThat(server.asked().get(0).path()).isEqualTo("/api/2.0/retailer");
    }

    @Test
    void theCheckSaysWhichStoreTheTokenOpens() {
        server.then(200, retailer("other"));

        assertThat(session().check().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("LS104", "\"other\"", "\"example\""));
    }

    @Test
    void theCheckNamesEachScopeThatIsMissingAndEachVersionThatIsOver() {
        server.then(403, "{\"error\":\"permission denied\"}");
        outlets().then(403, "{\"error\":\"permission denied\"}").then(410, "");

        Health health = session(Map.of("api-version.inventory", "2024-01")).check();

        assertThat(health.problems()).hasSize(3);
        assertThat(health.problems().get(0)).contains("LS103", "products.list", "products:read");
        assertThat(health.problems().get(1)).contains("LS111", "inventory.list");
        assertThat(health.problems().get(2)).contains("LS111", "2024-01", "api-version.inventory");
    }

    @Test
    void aTokenThatIsNotAcceptedFailsTheCheck() {
        server.then(401, "{\"error\":\"Access token is not valid\"}");

        assertThatThrownBy(() -> session().check())
                .isInstanceOf(PortException.Authentication.class)
                .hasMessageContaining("Access token is not valid");
    }

    @Test
    void aConnectionWithoutTokenFailsClearly() {
        Connection bare = connection().withSecrets(Map.of());

        try (ConnectorSession session = connector().open(bare)) {
            assertThatThrownBy(session::locations)
                    .isInstanceOf(PortException.Authentication.class)
                    .hasMessageContaining("no secret \"token\"");
        }
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aFormerHostCannotBeOpened() {
        Connection former = connection().withBaseUrl(URI.create("https://example.vendhq.com"));

        assertThatThrownBy(() -> connector().open(former))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vendhq.com");
    }

    private static String retailer(String prefix) {
        return "{\"data\":{\"id\":\"x\",\"name\":\"Ours\",\"domain_prefix\":\"" + prefix + "\"}}";
    }
}
