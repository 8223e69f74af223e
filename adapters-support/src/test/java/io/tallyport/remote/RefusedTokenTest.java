package io.tallyport.remote;

import static io.tallyport.remote.TokenRig.HOUR;
import static io.tallyport.remote.TokenRig.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import feign.RequestLine;
import io.tallyport.core.connection.BudgetKey;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls whose token the platform refuses. */
class RefusedTokenTest {

    private static final CallSpec READ = CallSpec.read("things");
    private static final CallSpec ONCE = CallSpec.writeOnce("addThing");

    interface ThingApi {
        @RequestLine("GET /things")
        Answer<JsonNode> things();
    }

    private final TokenRig rig = new TokenRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private JsonNode call(CallSpec spec, OAuthGrant grant) {
        TokenProvider tokens = rig.provider(grant);
        ThingApi api = new RemoteApis(HttpSettings.DEFAULT)
                .open(
                        ThingApi.class,
                        rig.server.url(),
                        WireJson.mapper().build(),
                        tokens.asHeader("Authorization", "Bearer ", TokenRig.UNUSABLE));
        RemoteCalls calls = new RemoteCalls(
                TokenRig.TILL,
                rig.around(),
                TokenRig.PLATFORM,
                rig.around().budget(new BudgetKey("things"), new BucketReading(100, 100, 10)),
                CallSettings.DEFAULT.withAttempts(1));
        return calls.with(tokens).call(spec, api::things).body();
    }

    private List<String> sentTokens() {
        return rig.server.asked().stream()
                .filter(asked -> asked.path().equals("/things"))
                .map(asked -> asked.header("Authorization").orElse(""))
                .toList();
    }

    @Test
    void aRefusedTokenIsRenewedOnceAndTheCallSentAgain() {
        rig.issued(1);
        rig.pass(Duration.ofMinutes(5));
        rig.server.then(401, "{}").then(200, pair(2)).then(200, "{\"good\":true}");

        assertThat(call(READ, rig.grant()).path("good").asBoolean()).isTrue();

        assertThat(sentTokens()).containsExactly("Bearer access-1", "Bearer access-2");
        assertThat(rig.stored().generation()).isEqualTo(2);
    }

    @Test
    void aWriteThatMayBeSentOnceOnlyIsSentAgainSinceNothingWasDone() {
        rig.issued(1);
        rig.pass(Duration.ofMinutes(5));
        rig.server.then(401, "{}").then(200, pair(2)).then(200, "{\"good\":true}");

        assertThat(call(ONCE, rig.grant()).path("good").asBoolean()).isTrue();
    }

    @Test
    void aSecondRefusalIsFinal() {
        rig.issued(1);
        rig.pass(Duration.ofMinutes(5));
        rig.server.then(401, "{}").then(200, pair(2)).then(401, "{}");

        PortException failure = catchThrowableOfType(PortException.class, () -> call(READ, rig.grant()));

        assertThat(failure.kind()).isEqualTo(PortException.Kind.AUTHENTICATION);
        assertThat(failure.describe()).contains("XX004").doesNotContain("access-");
        assertThat(rig.server.asked()).hasSize(3);
    }

    @Test
    void aTokenThatWasIssuedJustNowAndIsRefusedIsNotRenewedAgain() {
        rig.issued(1);
        rig.server.then(401, "{}");

        assertThat(catchThrowableOfType(PortException.class, () -> call(READ, rig.grant()))
                        .kind())
                .isEqualTo(PortException.Kind.AUTHENTICATION);

        assertThat(rig.server.asked()).hasSize(1);
    }

    @Test
    void whatAnotherProcessRenewedMeanwhileIsUsedInsteadOfRenewing() {
        rig.issued(1);
        rig.pass(Duration.ofMinutes(5));
        rig.server
                .then(exchange -> {
                    rig.issued(7);
                    exchange.sendResponseHeaders(401, -1);
                })
                .then(200, "{\"good\":true}");

        call(READ, rig.grant());

        assertThat(sentTokens()).containsExactly("Bearer access-1", "Bearer access-7");
        assertThat(rig.server.asked()).hasSize(2);
    }

    @Test
    void whereARefusalMeansThatTheAppIsGoneNothingIsRenewed() {
        rig.issued(1);
        rig.pass(HOUR.minus(Duration.ofMinutes(5)));
        rig.server.then(401, "{}");

        PortException failure = catchThrowableOfType(
                PortException.class, () -> call(READ, rig.grant().finalRefusals()));

        assertThat(failure.kind()).isEqualTo(PortException.Kind.AUTHENTICATION);
        assertThat(rig.server.asked()).hasSize(1);
        assertThat(rig.stored().generation()).isEqualTo(1);
    }

    @Test
    void aWriteThatCouldNotBeSentForWantOfATokenWasCertainlyNotDone() {
        rig.issued(1);
        rig.pass(HOUR);
        rig.server.thenCut();

        PortException failure = catchThrowableOfType(PortException.class, () -> call(ONCE, rig.grant()));

        assertThat(failure.kind()).isEqualTo(PortException.Kind.TRANSIENT);
    }

    @Test
    void aStoredTokenIsNeverRenewed() {
        TokenProvider stored = TokenProvider.stored(
                rig.secrets, rig.connection(), AuthOptions.CLIENT_SECRET_PURPOSE, TokenRig.UNUSABLE);

        assertThat(stored.refused(token -> true)).isFalse();
    }
}
