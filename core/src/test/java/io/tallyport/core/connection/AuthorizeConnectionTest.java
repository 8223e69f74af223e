package io.tallyport.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tallyport.core.history.InMemoryAuditTrail;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.InMemoryLeases;
import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.PortException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthorizeConnectionTest {

    private static final ConnectionId TILL = new ConnectionId("till");
    private static final URI BACK = URI.create("http://127.0.0.1:8123/callback");
    private static final Secret FRESH = new Secret("fresh pair");

    private final InMemoryConnectionStore connections = new InMemoryConnectionStore();
    private final InMemorySecretStore secrets = new InMemorySecretStore();
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final InMemoryLeases leases = new InMemoryLeases(Clock.systemUTC());
    private final ConnectionTokens tokens = new ConnectionTokens(connections, secrets, unitOfWork);
    private final Platform platform = new Platform("elsewhere");
    private final List<String> exchanged = new ArrayList<>();
    private boolean offered = true;
    private final AuthorizeConnection authorize = new AuthorizeConnection(
            connections,
            new Connectors(List.of(new Elsewhere()), connections),
            tokens,
            leases,
            audit,
            unitOfWork,
            Clock.systemUTC());

    /** A platform that grants everything. */
    private final class Elsewhere implements Connector, Authorizer {

        @Override
        public Platform platform() {
            return platform;
        }

        @Override
        public List<String> requiredSecrets(Map<String, String> options) {
            return List.of();
        }

        @Override
        public ConnectorSession open(Connection connection) {
            throw new IllegalStateException("nothing is opened to authorize");
        }

        @Override
        public Optional<Authorizer> authorizer(Connection connection) {
            return offered ? Optional.of(this) : Optional.empty();
        }

        @Override
        public URI page(Question question) {
            return URI.create("https://elsewhere.example/ask?state=" + question.state() + "&challenge="
                    + question.challenge() + "&back=" + question.redirectUri());
        }

        @Override
        public Secret exchange(URI redirectUri, String verifier, Map<String, String> answer) {
            exchanged.add(RandomText.hashed(verifier) + " " + answer.get("code") + " " + redirectUri);
            assertThat(leases.current("token:till")).isPresent();
            return FRESH;
        }
    }

    @BeforeEach
    void connect() {
        connections.save(new Connection(
                TILL,
                platform,
                "1",
                URI.create("https://elsewhere.example"),
                Environment.SANDBOX,
                AccessMode.READ,
                true,
                Map.of(),
                Map.of()));
    }

    private static String parameter(URI page, String name) {
        return List.of(page.getRawQuery().split("&")).stream()
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theAnswerToOurQuestionIsExchangedStoredAndOnRecord() {
        AuthorizeConnection.Pending pending = authorize.begin(TILL, BACK);
        String state = parameter(pending.page(), "state");

        pending.complete(Map.of("state", state, "code", "c0de"), "owner");

        assertThat(tokens.find(TILL)).contains(FRESH);
        assertThat(exchanged).containsExactly(parameter(pending.page(), "challenge") + " c0de " + BACK);
        assertThat(audit.recent(1).get(0))
                .satisfies(entry -> assertThat(entry.actor() + " " + entry.action() + " " + entry.subject())
                        .isEqualTo("owner connection authorized till"));
        assertThat(leases.current("token:till")).isEmpty();
    }

    @Test
    void everyQuestionHasAStateOfItsOwnThatNobodyGuesses() {
        String one = parameter(authorize.begin(TILL, BACK).page(), "state");
        String two = parameter(authorize.begin(TILL, BACK).page(), "state");

        assertThat(one).isNotEqualTo(two).hasSize(43).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void anAnswerToAnotherQuestionIsRefusedAndEndsThisOne() {
        AuthorizeConnection.Pending pending = authorize.begin(TILL, BACK);
        String state = parameter(pending.page(), "state");

        PortException failure = catchThrowableOfType(
                PortException.class, () -> pending.complete(Map.of("state", "guessed", "code", "c"), "owner"));

        assertThat(failure.describe()).contains("TP044").doesNotContain("guessed");
        assertThatThrownBy(() -> pending.complete(Map.of("state", state, "code", "c"), "owner"))
                .hasMessageContaining("answered before");
        assertThat(exchanged).isEmpty();
        assertThat(tokens.find(TILL)).isEmpty();
    }

    @Test
    void anAnswerCountsOnce() {
        AuthorizeConnection.Pending pending = authorize.begin(TILL, BACK);
        Map<String, String> answer = Map.of("state", parameter(pending.page(), "state"), "code", "c");
        pending.complete(answer, "owner");

        assertThatThrownBy(() -> pending.complete(answer, "owner")).isInstanceOf(PortException.Rejected.class);
        assertThatThrownBy(() -> pending.completeByHand("c", "owner")).isInstanceOf(PortException.Rejected.class);
        assertThat(exchanged).hasSize(1);
    }

    @Test
    void aNoIsToldInThePlatformsWordUnlessThatIsNone() {
        for (String word : List.of("access_denied", "<script>")) {
            AuthorizeConnection.Pending pending = authorize.begin(TILL, BACK);
            String state = parameter(pending.page(), "state");
            PortException failure = catchThrowableOfType(
                    PortException.class, () -> pending.complete(Map.of("state", state, "error", word), "owner"));
            assertThat(failure.describe()).contains("TP045").doesNotContain("<script>");
            assertThat(failure.describe().contains("access_denied")).isEqualTo(word.equals("access_denied"));
        }
    }

    @Test
    void aCodeMayBeCarriedOverByHand() {
        authorize.begin(TILL, BACK).completeByHand(" c0de\n", "owner");

        assertThat(exchanged.get(0)).contains(" c0de ");
        assertThatThrownBy(() -> authorize.begin(TILL, BACK).completeByHand(" ", "owner"))
                .hasMessageContaining("no code");
    }

    @Test
    void nothingIsExchangedWhileSomebodyRenewsTheTokens() {
        leases.acquire(AuthorizeConnection.leaseName(TILL), "another process", Duration.ofMinutes(1));

        PortException failure = catchThrowableOfType(
                PortException.class, () -> authorize.begin(TILL, BACK).completeByHand("c", "owner"));

        assertThat(failure.describe()).contains("TP046");
        assertThat(exchanged).isEmpty();
    }

    @Test
    void aConnectionThatAuthenticatesInAnotherWayIsNotOneToAuthorize() {
        offered = false;

        assertThat(catchThrowableOfType(PortException.class, () -> authorize.begin(TILL, BACK))
                        .describe())
                .contains("TP048", "--auth oauth");
        assertThatThrownBy(() -> authorize.begin(new ConnectionId("nobody"), BACK))
                .hasMessageContaining("no connection");
    }
}
