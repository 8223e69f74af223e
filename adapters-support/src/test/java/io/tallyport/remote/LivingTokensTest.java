package io.tallyport.remote;

import static io.tallyport.remote.TokenRig.HOUR;
import static io.tallyport.remote.TokenRig.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a token is renewed, and what a failed renewal does to the one that is there. */
class LivingTokensTest {

    private final TokenRig rig = new TokenRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aTokenThatIsGoodIsUsedWithoutAsking() {
        rig.issued(1);
        rig.pass(HOUR.minusSeconds(61));

        assertThat(rig.provider(rig.grant()).token()).isEqualTo(new Secret("access-1"));

        assertThat(rig.server.asked()).isEmpty();
    }

    @Test
    void aTokenIsRenewedAMinuteBeforeItsEndAndStoredAsAPair() {
        rig.issued(1);
        rig.pass(HOUR.minusSeconds(60));
        rig.server.then(200, pair(2));

        assertThat(rig.provider(rig.grant()).token()).isEqualTo(new Secret("access-2"));

        TokenRecord stored = rig.stored();
        assertThat(stored.access()).isEqualTo(new Secret("access-2"));
        assertThat(stored.refresh()).isEqualTo(new Secret("refresh-2"));
        assertThat(stored.generation()).isEqualTo(2);
        assertThat(stored.expiresAt()).isEqualTo(rig.hand.instant().plus(HOUR));
        assertThat(stored.refreshSentAt()).isNull();
    }

    @Test
    void aFormCarriesTheParametersInItsBody() {
        rig.issued(1);
        rig.pass(HOUR);
        rig.server.then(200, pair(2));

        rig.provider(rig.grant()).token();

        StandIn.Asked asked = rig.server.asked().get(0);
        assertThat(asked.path()).isEqualTo("/token");
        assertThat(asked.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/x-www-form-urlencoded"));
        assertThat(asked.body())
                .isEqualTo("grant_type=refresh_token&client_id=app-1&client_secret=client-5ecret"
                        + "&refresh_token=refresh-1");
        assertThat(rig.journal.all().get(0).path()).isEqualTo("/token");
    }

    @Test
    void jsonIsSentWhereAPlatformWantsIt() {
        rig.issued(1);
        rig.pass(HOUR);
        rig.server.then(200, pair(2));

        rig.provider(rig.grant().inJson()).token();

        assertThat(rig.server.asked().get(0).body())
                .startsWith("{\"grant_type\":\"refresh_token\"")
                .contains("\"refresh_token\":\"refresh-1\"");
    }

    @Test
    void aShortLifeIsRenewedAfterNineTenths() {
        rig.put(new TokenRecord(
                new Secret("a"),
                new Secret("r"),
                rig.hand.instant(),
                rig.hand.instant().plusSeconds(100),
                1,
                null,
                null));
        rig.pass(Duration.ofSeconds(89));
        TokenProvider provider = rig.provider(rig.grant());
        assertThat(provider.token()).isEqualTo(new Secret("a"));
        rig.pass(Duration.ofSeconds(1));
        rig.server.then(200, pair(2));

        assertThat(provider.token()).isEqualTo(new Secret("access-2"));
    }

    @Test
    void aTokenWithoutAnEndIsNeverRenewedByItself() {
        rig.put(new TokenRecord(new Secret("for-ever"), null, rig.hand.instant(), null, 1, null, null));
        rig.pass(Duration.ofDays(4000));

        assertThat(rig.provider(rig.grant()).token()).isEqualTo(new Secret("for-ever"));
    }

    @Test
    void whatAnotherProcessRenewedIsUsedAtOnce() {
        rig.issued(1);
        TokenProvider provider = rig.provider(rig.grant());
        provider.token();
        rig.issued(2);

        assertThat(provider.token()).isEqualTo(new Secret("access-2"));
    }

    @Test
    void aRefreshTokenThatIsNotReplacedIsKept() {
        rig.issued(1);
        rig.pass(HOUR);
        rig.server.then(200, "{\"access_token\":\"next\",\"expires_in\":\"1800\"}");

        rig.provider(rig.grant()).token();

        assertThat(rig.stored().refresh()).isEqualTo(new Secret("refresh-1"));
    }

    @Test
    void aRenewalThatFailsAheadOfTimeLeavesThePresentTokenInUseAndIsTriedAgainLater() {
        rig.issued(1);
        rig.pass(HOUR.minusSeconds(50));
        rig.server.then(429, "").then(200, pair(2));
        TokenProvider provider = rig.provider(rig.grant());

        assertThat(provider.token()).isEqualTo(new Secret("access-1"));
        assertThat(provider.token()).isEqualTo(new Secret("access-1"));
        assertThat(rig.server.asked()).hasSize(1);
        assertThat(rig.stored().refreshSentAt()).isNull();

        rig.pass(Duration.ofSeconds(15));
        assertThat(provider.token()).isEqualTo(new Secret("access-2"));
    }

    @Test
    void aTokenServerThatIsDownIsTransientOnceTheTokenHasEnded() {
        rig.issued(1);
        rig.pass(HOUR);
        rig.server.then(503, "", "Retry-After", "7");
        TokenProvider provider = rig.provider(rig.grant());

        PortException.Transient failure = catchThrowableOfType(PortException.Transient.class, provider::token);

        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(failure.describe()).contains("TP047", "till", "503");
        rig.server.then(200, pair(2));
        assertThat(provider.token()).isEqualTo(new Secret("access-2"));
    }

    @Test
    void aConnectionThatNobodyAuthorizedSaysSo() {
        PortException failure = catchThrowableOfType(
                PortException.class, () -> rig.provider(rig.grant()).token());

        assertThat(failure.kind()).isEqualTo(PortException.Kind.AUTHENTICATION);
        assertThat(failure.describe()).contains("TP042", "tallyport connection authorize");
        assertThat(rig.server.asked()).isEmpty();
    }

    @Test
    void clientCredentialsFetchATokenWhenThereIsNoneAndAgainADayLater() {
        TokenProvider provider = rig.provider(rig.grant(), AuthWay.CLIENT_CREDENTIALS);
        rig.server
                .then(200, "{\"access_token\":\"day-1\",\"expires_in\":86399}")
                .then(200, "{\"access_token\":\"day-2\",\"expires_in\":86399}");

        assertThat(provider.token()).isEqualTo(new Secret("day-1"));
        assertThat(provider.token()).isEqualTo(new Secret("day-1"));
        rig.pass(Duration.ofDays(1));
        assertThat(provider.token()).isEqualTo(new Secret("day-2"));

        assertThat(rig.server.asked())
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.body())
                        .isEqualTo("grant_type=client_credentials&client_id=app-1&client_secret=client-5ecret"));
        assertThat(rig.stored().generation()).isEqualTo(2);
    }

    @Test
    void aWrongClientSecretIsNamedAndSpoilsNothing() {
        rig.issued(1);
        rig.pass(HOUR);
        rig.server.then(401, "{\"error\":\"invalid_client\"}").then(200, pair(2));
        TokenProvider provider = rig.provider(rig.grant());

        assertThat(catchThrowableOfType(PortException.Authentication.class, provider::token)
                        .describe())
                .contains("TP043", "--client-secret-env")
                .doesNotContain(TokenRig.CLIENT_SECRET);

        assertThat(provider.token()).isEqualTo(new Secret("access-2"));
    }
}
