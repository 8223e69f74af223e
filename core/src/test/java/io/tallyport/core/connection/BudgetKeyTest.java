package io.tallyport.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ConnectionId;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BudgetKeyTest {

    @Test
    void twoConnectionsToOneAccountShareABudget() {
        assertThat(key("till", "https://api.example.com/", "100042"))
                .isEqualTo(key("other-till", "https://API.example.com", "100042 "));
    }

    @Test
    void anotherAccountOrAnotherHostHasItsOwn() {
        BudgetKey key = key("till", "https://api.example.com", "100042");

        assertThat(key("till", "https://api.example.com", "100043")).isNotEqualTo(key);
        assertThat(key("till", "http://127.0.0.1:8080", "100042")).isNotEqualTo(key);
    }

    private static BudgetKey key(String name, String url, String account) {
        return BudgetKey.of(new Connection(
                new ConnectionId(name),
                new Platform("lightspeed-r"),
                account,
                URI.create(url),
                Environment.SANDBOX,
                AccessMode.READ,
                true,
                Map.of(),
                Map.of()));
    }
}
