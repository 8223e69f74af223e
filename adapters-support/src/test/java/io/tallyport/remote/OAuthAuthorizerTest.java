package io.tallyport.remote;

import static io.tallyport.remote.TokenRig.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tallyport.core.connection.Authorizer;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.PortException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page that the owner opens, and the code that comes back. */
class OAuthAuthorizerTest {

    private static final URI BACK = URI.create("http://127.0.0.1:8123/callback");

    private final TokenRig rig = new TokenRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private Authorizer authorizer(OAuthGrant grant) {
        return rig.tokens()
                .authorizer(rig.connection(), rig.options(AuthWay.OAUTH), grant)
                .orElseThrow();
    }

    @Test
    void thePageIsAskedWithStateScopeAndProofKey() {
        URI page = authorizer(rig.grant().asking("scope", "a:read b:write").withProofKey())
                .page(new Authorizer.Question(BACK, "st-4te", "ch4llenge"));

        assertThat(page.getPath()).isEqualTo("/authorize");
        assertThat(page.getRawQuery())
                .isEqualTo("scope=a%3Aread%20b%3Awrite&client_id=app-1"
                        + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A8123%2Fcallback&state=st-4te"
                        + "&code_challenge=ch4llenge&code_challenge_method=S256");
    }

    @Test
    void aPlatformWithoutProofKeysIsNotAskedWithOne() {
        assertThat(authorizer(rig.grant())
                        .page(new Authorizer.Question(BACK, "s", "ch4llenge"))
                        .toString())
                .doesNotContain("challenge");
    }

    @Test
    void aCodeIsExchangedForAPairOfTheNextGeneration() {
        rig.issued(4);
        rig.server.then(200, pair(5));

        Secret fresh = authorizer(rig.grant().withProofKey().exchanging("expiring", "1"))
                .exchange(BACK, "ver1fier", Map.of("code", "c0de"));

        assertThat(TokenRecord.of(fresh)).hasValueSatisfying(record -> {
            assertThat(record.generation()).isEqualTo(5);
            assertThat(record.refresh()).isEqualTo(new Secret("refresh-5"));
        });
        assertThat(rig.server.asked().get(0).body())
                .isEqualTo("grant_type=authorization_code&client_id=app-1&client_secret=client-5ecret&code=c0de"
                        + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A8123%2Fcallback&code_verifier=ver1fier&expiring=1");
    }

    @Test
    void aCodeThatIsRefusedOrWhoseAnswerIsLostIsNotSentTwice() {
        rig.server.then(400, "{\"error\":\"invalid_grant\"}").thenCut();
        Authorizer authorizer = authorizer(rig.grant());
        Map<String, String> answer = Map.of("code", "c0de");

        PortException refused = catchThrowableOfType(PortException.class, () -> authorizer.exchange(BACK, "v", answer));
        PortException lost = catchThrowableOfType(PortException.class, () -> authorizer.exchange(BACK, "v", answer));

        assertThat(refused.kind()).isEqualTo(PortException.Kind.REJECTED);
        assertThat(refused.describe() + lost.describe()).contains("TP045").doesNotContain("c0de");
        assertThat(rig.server.asked()).hasSize(2);
    }

    @Test
    void whatThePlatformSentAlongIsLookedAtFirst() {
        OAuthGrant grant = rig.grant()
                .checking((answer, secret) ->
                        "other".equals(answer.get("shop")) && secret.equals(new Secret(TokenRig.CLIENT_SECRET))
                                ? Optional.of("it is for another shop")
                                : Optional.empty());

        PortException failure = catchThrowableOfType(
                PortException.class,
                () -> authorizer(grant).exchange(BACK, "v", Map.of("code", "c0de", "shop", "other")));

        assertThat(failure.describe()).contains("TP044", "another shop");
        assertThat(rig.server.asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = AuthWay.class,
            names = {"TOKEN", "CLIENT_CREDENTIALS"})
    void otherWaysHaveNobodyToAsk(AuthWay way) {
        assertThat(rig.tokens().authorizer(rig.connection(), rig.options(way), rig.grant()))
                .isEmpty();
    }

    @Test
    void theAddressesOfTheOptionsGoBeforeThePlatforms() {
        AuthOptions options = AuthOptions.of(
                Map.of(
                        "auth",
                        "oauth",
                        "client-id",
                        "app-9",
                        "auth-url",
                        "http://127.0.0.1:1/ask",
                        "token-url",
                        "http://127.0.0.1:1/give"),
                List.of(AuthWay.OAUTH));

        OAuthGrant grant = rig.grant().at(options);

        assertThat(grant.authorizeUrl()).isEqualTo(URI.create("http://127.0.0.1:1/ask"));
        assertThat(grant.tokenUrl()).isEqualTo(URI.create("http://127.0.0.1:1/give"));
    }
}
