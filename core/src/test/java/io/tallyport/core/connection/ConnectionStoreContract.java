package io.tallyport.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ConnectionStore} keeps to. */
public interface ConnectionStoreContract {

    ConnectionStore subject();

    UnitOfWork unitOfWork();

    private static Connection connection(String id) {
        return new Connection(
                new ConnectionId(id),
                new Platform("shopify"),
                "Müller & Söhne 🛒.example",
                URI.create("https://shop.example/admin"),
                Environment.PRODUCTION,
                AccessMode.READ_WRITE,
                true,
                Map.of("token", new SecretHandle("h-1"), "webhook", new SecretHandle("h-2")),
                Map.of("api-version", "2026-07", "Api-Version", "other", "note", " kept as it is "));
    }

    @Test
    default void whatWasSavedIsFoundAgain() {
        Connection saved = connection("shop");

        subject().save(saved);

        assertThat(subject().find(saved.id())).contains(saved);
    }

    @Test
    default void aDisabledConnectionWithoutSecretsAndOptionsIsFoundAgain() {
        Connection bare = new Connection(
                new ConnectionId("till"),
                new Platform("lightspeed-r"),
                "4711",
                URI.create("http://127.0.0.1:8080/"),
                Environment.SANDBOX,
                AccessMode.NONE,
                false,
                Map.of(),
                Map.of());

        subject().save(bare);

        assertThat(subject().find(bare.id())).contains(bare);
    }

    @Test
    default void savingAgainReplacesItWhole() {
        subject().save(connection("shop"));
        Connection other = connection("shop")
                .withAccessMode(AccessMode.READ)
                .withSecrets(Map.of("token", new SecretHandle("h-3")))
                .withOptions(Map.of("location", "1"));

        subject().save(other);

        assertThat(subject().all()).containsExactly(other);
    }

    @Test
    default void savingTheSameTwiceChangesNothing() {
        subject().save(connection("shop"));
        subject().save(connection("shop"));

        assertThat(subject().all()).containsExactly(connection("shop"));
    }

    @Test
    default void allComeById() {
        subject().save(connection("b"));
        subject().save(connection("a-2"));
        subject().save(connection("a"));

        assertThat(subject().all()).containsExactly(connection("a"), connection("a-2"), connection("b"));
    }

    @Test
    default void anUnknownOneIsNotFoundAndNotRemoved() {
        assertThat(subject().find(new ConnectionId("nobody"))).isEmpty();
        assertThat(subject().remove(new ConnectionId("nobody"))).isFalse();
        assertThat(subject().all()).isEmpty();
    }

    @Test
    default void aRemovedOneIsGoneAndItsNameIsFree() {
        subject().save(connection("shop"));
        subject().save(connection("other"));

        assertThat(subject().remove(new ConnectionId("shop"))).isTrue();
        assertThat(subject().all()).containsExactly(connection("other"));

        Connection next = connection("shop").withOptions(Map.of()).withSecrets(Map.of());
        subject().save(next);
        assertThat(subject().find(next.id())).contains(next);
    }

    @Test
    default void aFailedUnitOfWorkLeavesItAsItWas() {
        subject().save(connection("shop"));

        Undone.in(unitOfWork(), () -> {
            subject().save(connection("shop").withEnabled(false).withOptions(Map.of()));
            subject().save(connection("new"));
            subject().remove(new ConnectionId("shop"));
        });

        assertThat(subject().all()).containsExactly(connection("shop"));
    }
}
