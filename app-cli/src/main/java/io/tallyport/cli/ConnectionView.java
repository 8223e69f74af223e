package io.tallyport.cli;

import io.tallyport.core.connection.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A connection as it is shown: of its secrets only what they are for. */
record ConnectionView(
        String name,
        String platform,
        String account,
        String baseUrl,
        String environment,
        String access,
        boolean enabled,
        List<String> secrets,
        Map<String, String> options) {

    static ConnectionView of(Connection connection) {
        return new ConnectionView(
                connection.id().value(),
                connection.platform().code(),
                connection.account(),
                connection.baseUrl().toString(),
                Choices.word(connection.environment()),
                Choices.word(connection.accessMode()),
                connection.enabled(),
                connection.secrets().keySet().stream().sorted().toList(),
                new TreeMap<>(connection.options()));
    }

    List<Screen.Fact> facts() {
        return List.of(
                new Screen.Fact("name", name),
                new Screen.Fact("platform", platform),
                new Screen.Fact("account", account),
                new Screen.Fact("base URL", baseUrl),
                new Screen.Fact("environment", environment),
                new Screen.Fact("access", access),
                new Screen.Fact("enabled", enabled ? "yes" : "no"),
                new Screen.Fact("secrets", String.join(", ", secrets) + " (stored encrypted)"),
                new Screen.Fact("options", options.isEmpty() ? "none" : options.toString()));
    }
}
