package io.tallyport.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthOptionsTest {

    private static final List<AuthWay> BOTH = List.of(AuthWay.TOKEN, AuthWay.OAUTH);

    @Test
    void aStoredTokenIsTheDefault() {
        AuthOptions options = AuthOptions.of(Map.of("sku-field", "upc"), BOTH);

        assertThat(options.way()).isEqualTo(AuthWay.TOKEN);
        assertThat(options.way().requiredSecrets()).containsExactly("token");
    }

    @Test
    void anAppNeedsItsIdAndItsSecret() {
        assertThat(AuthOptions.of(Map.of("auth", "oauth", "client-id", " a "), BOTH))
                .satisfies(options -> {
                    assertThat(options.clientId()).isEqualTo("a");
                    assertThat(options.way().requiredSecrets()).containsExactly("client-secret");
                });
        assertThatThrownBy(() -> AuthOptions.of(Map.of("auth", "oauth"), BOTH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("client-id");
    }

    @Test
    void aWayThatThePlatformDoesNotKnowIsRefusedWithThoseItKnows() {
        assertThatThrownBy(() -> AuthOptions.of(Map.of("auth", "client-credentials"), BOTH))
                .hasMessageContaining("token, oauth");
    }

    @Test
    void anAddressThatTokensMustNotGoToIsRefusedByName() {
        assertThatThrownBy(() -> AuthOptions.of(Map.of("token-url", "http://evil.example/t"), BOTH))
                .hasMessageContaining("token-url")
                .hasMessageContaining("https");
        assertThatThrownBy(() -> AuthOptions.of(Map.of("auth-url", ":::"), BOTH))
                .hasMessageContaining("auth-url");
    }
}
