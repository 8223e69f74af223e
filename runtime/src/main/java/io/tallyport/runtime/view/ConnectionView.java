package io.tallyport.runtime.view;

import io.tallyport.core.connection.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A connection as it is shown: of its secrets only what they are for. */
public record ConnectionView(
        String name,
        String platform,
        String account,
        String baseUrl,
        String environment,
        String access,
        boolean enabled,
        List<String> secrets,
        Map<String, String> options) {

    /** Shows it. */
    public static ConnectionView of(Connection connection) {
        return new ConnectionView(
                connection.id().value(),
                connection.platform().code(),
                connection.account(),
                connection.baseUrl().toString(),
                Words.of(connection.environment()),
                Words.of(connection.accessMode()),
                connection.enabled(),
                connection.secrets().keySet().stream().sorted().toList(),
                new TreeMap<>(connection.options()));
    }
}
