package io.tallyport.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.Racers;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionTokensTest {

    private static final ConnectionId TILL = new ConnectionId("till");
    private static final Secret ONE = new Secret("one");
    private static final Secret TWO = new Secret("two");

    private final InMemoryConnectionStore connections = new InMemoryConnectionStore();
    private final InMemorySecretStore secrets = new InMemorySecretStore();
    private final ConnectionTokens tokens = new ConnectionTokens(connections, secrets, new InMemoryUnitOfWork());

    private void connect() {
        connections.save(new Connection(
                TILL,
                new Platform("elsewhere"),
                "1",
                URI.create("https://elsewhere.example"),
                Environment.SANDBOX,
                AccessMode.READ,
                true,
                Map.of("client-secret", secrets.store("client", new Secret("c"))),
                Map.of()));
    }

    @Test
    void tokensAreKeptWithTheConnectionBesideItsOtherSecrets() {
        connect();

        assertThat(tokens.find(TILL)).isEmpty();
        assertThat(tokens.put(TILL, ONE)).isTrue();
        assertThat(tokens.put(TILL, TWO)).isTrue();

        assertThat(tokens.find(TILL)).contains(TWO);
        assertThat(connections.find(TILL).orElseThrow().secrets()).containsOnlyKeys("client-secret", "tokens");
    }

    @Test
    void onlyWhatIsStillThereIsReplaced() {
        connect();

        assertThat(tokens.replace(TILL, Optional.of(ONE), TWO)).isFalse();
        assertThat(tokens.replace(TILL, Optional.empty(), ONE)).isTrue();
        assertThat(tokens.replace(TILL, Optional.empty(), TWO)).isFalse();
        assertThat(tokens.replace(TILL, Optional.of(ONE), TWO)).isTrue();
        assertThat(tokens.find(TILL)).contains(TWO);
    }

    @Test
    void aConnectionThatIsGoneTakesNothing() {
        assertThat(tokens.find(TILL)).isEmpty();
        assertThat(tokens.put(TILL, ONE)).isFalse();
        assertThat(tokens.replace(TILL, Optional.empty(), ONE)).isFalse();
    }

    @Test
    void ofManyWhoReplaceTheSameOneWins() {
        connect();
        tokens.put(TILL, ONE);

        List<Boolean> won =
                Racers.race(12, number -> tokens.replace(TILL, Optional.of(ONE), new Secret("number " + number)));

        assertThat(won).containsOnlyOnce(true);
    }
}
