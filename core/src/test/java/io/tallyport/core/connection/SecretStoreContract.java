package io.tallyport.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every implementation of {@link SecretStore} keeps to. */
public interface SecretStoreContract {

    SecretStore subject();

    @Test
    default void aStoredSecretIsRevealedByItsHandle() {
        SecretHandle handle = subject().store("token of shop", new Secret("shpat_Geheim 🔑"));

        assertThat(subject().reveal(handle)).contains(new Secret("shpat_Geheim 🔑"));
    }

    @Test
    default void theSameSecretTwiceHasTwoHandles() {
        SecretHandle one = subject().store("token", new Secret("same"));
        SecretHandle two = subject().store("token", new Secret("same"));
        subject().forget(one);

        assertThat(one).isNotEqualTo(two);
        assertThat(subject().reveal(two)).contains(new Secret("same"));
    }

    @Test
    default void theHandleGivesNothingAway() {
        SecretHandle handle = subject().store("token", new Secret("geheimnis"));

        assertThat(handle.value()).doesNotContain("geheimnis").isNotBlank();
    }

    @Test
    default void aReplacedSecretKeepsItsHandle() {
        SecretHandle handle = subject().store("token", new Secret("old"));

        assertThat(subject().replace(handle, new Secret("new"))).isTrue();
        assertThat(subject().reveal(handle)).contains(new Secret("new"));
    }

    @Test
    default void aForgottenSecretIsGone() {
        SecretHandle handle = subject().store("token", new Secret("old"));

        subject().forget(handle);

        assertThat(subject().reveal(handle)).isEmpty();
        assertThat(subject().replace(handle, new Secret("new"))).isFalse();
        assertThat(subject().reveal(handle)).isEmpty();
    }

    @Test
    default void anUnknownHandleIsEmptyAndForgettingItDoesNothing() {
        SecretHandle unknown = new SecretHandle("unknown");

        subject().forget(unknown);

        assertThat(subject().reveal(unknown)).isEmpty();
        assertThat(subject().replace(unknown, new Secret("new"))).isFalse();
    }

    @Test
    default void aLongSecretIsKeptWhole() {
        Secret secret = new Secret("x".repeat(20_000));

        assertThat(subject().reveal(subject().store("certificate", secret))).contains(secret);
    }
}
