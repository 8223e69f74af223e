package io.tallyport.lightspeed.rseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Health;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.SecretHandle;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RSeriesFailuresTest extends ScriptedTill {

    @ParameterizedTest
    @CsvSource({
        "401, AUTHENTICATION, LS004",
        "403, AUTHENTICATION, LS005",
        "400, REJECTED, LS011",
        "404, REJECTED, LS011",
        "422, REJECTED, LS011",
        "409, CONFLICT, LS003",
        "418, PROTOCOL, LS008",
    })
    void errorsAreWhatTheVendorMeansByThem(int status, PortException.Kind kind, String code) {
        server.then(200, SHOPS);
        server.then(
                status,
                "{\"httpCode\":\"" + status + "\",\"message\":\"so it is\",\"errorClass\":\"Exception\"}",
                "Content-Type",
                "text/html");

        PortException failure =
                catchThrowableOfType(PortException.class, () -> source().levels(new ExternalId("1"), Optional.empty()));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.context().code())
                .hasValueSatisfying(given -> assertThat(given).hasToString(code));
        assertThat(failure).hasMessageContaining("so it is");
        assertThat(failure.describe()).doesNotContain("t0ken");
    }

    @Test
    void theHintOfA401IsTold() {
        server.then(
                401,
                "{\"error\":\"access_denied\",\"error_description\":\"denied\",\"hint\":\"Access token has been revoked\"}");

        assertThatThrownBy(() -> session().locations()).hasMessageContaining("Access token has been revoked");
    }

    @Test
    void anErrorInsideAGoodStatusIsAnError() {
        server.then(200, "{\"httpCode\":\"403\",\"httpMessage\":\"Forbidden\",\"message\":\"no right\"}");

        assertThatThrownBy(() -> session().locations()).isInstanceOf(PortException.Authentication.class);
    }

    @Test
    void aLimitThatWasHitIsWaitedForAndAskedAgain() {
        server.then(429, "", "Retry-After", "3", "X-LS-API-RateLimit-Type", "api-leaky-bucket")
                .then(429, "", "x-ls-api-ratelimit-type", "api-burst-limiter")
                .then(200, SHOPS);

        session().locations();

        assertThat(clock.sleeps()).hasSize(2);
        assertThat(clock.sleeps().get(0)).isBetween(seconds(3), seconds(4));
        assertThat(clock.sleeps().get(1)).isBetween(seconds(1), seconds(2));
    }

    @Test
    void theBucketIsWaitedForBeforeItOverflows() {
        server.then(200, SHOPS, "X-LS-API-Bucket-Level", "90/90", "X-LS-API-Drip-Rate", "0.5")
                .then(200, SHOPS);
        ConnectorSession session = session();

        session.locations();
        session.locations();

        assertThat(clock.sleeps())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(seconds(2), seconds(3)));
    }

    @Test
    void aPlatformThatStaysDownIsTransient() {
        for (int i = 0; i < 4; i++) {
            server.then(503, "<html>maintenance</html>", "Content-Type", "text/html");
        }

        PortException.Transient failure = catchThrowableOfType(
                PortException.Transient.class, () -> session().locations());

        assertThat(failure).hasMessage("overloaded or down: a web page");
        assertThat(failure.context().code()).contains(LightspeedErrors.UNAVAILABLE);
    }

    @Test
    void truncatedAnswersAndWebPagesAreReadAgain() {
        server.thenBreakOff("{\"Shop\":[")
                .then(200, "<html>please log in</html>", "Content-Type", "text/html")
                .then(200, SHOPS);

        assertThat(session().locations()).hasSize(2);
        assertThat(journal.all()).hasSize(3);
    }

    @Test
    void anAnswerOfBrokenJsonMarksNothing() {
        server.then(200, "{\"Account\":", "Content-Type", "application/json");

        assertThatThrownBy(() -> session().locations()).isInstanceOf(PortException.Protocol.class);
    }

    @Test
    void theCheckSaysWhichAccountTheTokenOpens() {
        server.then(200, "{\"Account\":{\"accountID\":\"12\",\"name\":\"Other\"}}");

        Health health = session().check();

        assertThat(health.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem).contains("LS006").contains("12").contains("797"));
    }

    @Test
    void theCheckSaysWhenStockCannotBeRead() {
        server.then(200, "{\"Account\":[{\"accountID\":\"797\",\"name\":\"Ours\"}]}")
                .then(403, "{\"httpCode\":\"403\",\"message\":\"no right\"}");

        Health health = session().check();

        assertThat(health.summary()).contains("Ours");
        assertThat(health.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("LS005"));
    }

    @Test
    void aTokenThatWasReplacedIsUsedByTheNextCall() {
        server.then(200, SHOPS).then(200, SHOPS);
        SecretHandle handle = secrets.store("token", new Secret("t0ken"));
        ConnectorSession session = connector().open(connection().withSecrets(Map.of("token", handle)));
        session.locations();
        assertThat(secrets.replace(handle, new Secret("newer\n"))).isTrue();

        session.locations();

        assertThat(server.asked().get(1).header("Authorization")).contains("Bearer newer");
    }

    @Test
    void aConnectionWithoutTokenOrWithABrokenOneFailsClearlyAndTellsNothing() {
        Connection bare = connection().withSecrets(Map.of());
        assertThatThrownBy(() -> connector().open(bare).locations())
                .isInstanceOf(PortException.Authentication.class)
                .hasMessageContaining("no secret \"token\"");

        Connection broken = connection().withSecrets(Map.of("token", secrets.store("token", new Secret("two\nlines"))));
        assertThatThrownBy(() -> connector().open(broken).locations())
                .isInstanceOf(PortException.Authentication.class)
                .hasMessageNotContaining("two");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void anAccountThatIsNoNumberCannotBeOpened() {
        Connection wrong = new Connection(
                new ConnectionId("till"),
                new Platform("lightspeed-r"),
                "797/../1",
                server.url(),
                Environment.SANDBOX,
                AccessMode.READ,
                true,
                Map.of(),
                Map.of());

        assertThatThrownBy(() -> connector().open(wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Duration seconds(int number) {
        return Duration.ofSeconds(number);
    }
}
