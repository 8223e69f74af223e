package io.tallyport.remote;

import static io.tallyport.remote.TokenRig.HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.PortException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a token server says or is told gets into a text. */
class TokenTextTest {

    private final TokenRig rig = new TokenRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access_token=s3cret-new&refresh_token=s3cret-next",
                "s3cret-new",
                "{\"access_token\":{\"value\":\"s3cret-new\"}}",
                "{\"access_token\":\"s3cret-new\"",
                "{\"token\":\"s3cret-new\"}",
                "{\"access_token\":\"\",\"refresh_token\":\"s3cret-next\"}",
                "<html>s3cret-new</html>",
                "[]",
                "null",
                ""
            })
    void anAnswerThatIsNoneIsNotRepeated(String body) {
        rig.issued(1);
        rig.pass(HOUR);
        rig.server.then(200, body);

        PortException failure = catchThrowableOfType(
                PortException.class, () -> rig.provider(rig.grant()).token());

        assertThat(failure.kind()).isEqualTo(PortException.Kind.TRANSIENT);
        assertThat(whole(failure) + rig.journal.all())
                .doesNotContain("s3cret")
                .doesNotContain("refresh-1")
                .doesNotContain(TokenRig.CLIENT_SECRET);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 418, 429, 500, 503})
    void aRefusalThatRepeatsWhatWasSentIsNotRepeated(int status) {
        rig.issued(1);
        rig.pass(HOUR);
        rig.server.then(
                status, "{\"error\":\"refresh-1 of client-5ecret\",\"error_description\":\"refresh-1 is unknown\"}");

        PortException failure = catchThrowableOfType(
                PortException.class, () -> rig.provider(rig.grant()).token());

        assertThat(whole(failure) + rig.journal.all())
                .contains(String.valueOf(status))
                .doesNotContain("refresh-1")
                .doesNotContain(TokenRig.CLIENT_SECRET);
    }

    private static String whole(PortException failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text + failure.describe();
    }

    @Test
    void recordsAndRequestsPrintStars() {
        TokenRecord record = rig.record(1, rig.hand.instant(), rig.hand.instant());

        assertThat(record + "" + record.asSecret())
                .contains("****")
                .doesNotContain("access-1")
                .doesNotContain("refresh-1");
        assertThat(new TokenFields(OAuthGrant.Body.FORM, Map.of("client_secret", "x-1")))
                .hasToString("TokenFields[client_secret]");
    }

    @Test
    void whatIsStoredComesBackWhole() {
        Instant now = rig.hand.instant();
        TokenRecord full = new TokenRecord(
                new Secret("ä\"\\" + "x".repeat(9000)), new Secret("r"), now, now.plusSeconds(1), 12, now, now);
        TokenRecord bare = new TokenRecord(new Secret("a"), null, now, null, 0, null, null);

        assertThat(TokenRecord.of(full.asSecret())).contains(full);
        assertThat(TokenRecord.of(bare.asSecret())).contains(bare);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a plain token", "{}", "[1]", "{\"access\":\"a\"}", "{\"obtainedAt\":\"2026-01-01T00:00:00Z\"}"})
    void whatIsNoRecordIsNone(String stored) {
        assertThat(TokenRecord.of(new Secret(stored))).isEmpty();
    }
}
