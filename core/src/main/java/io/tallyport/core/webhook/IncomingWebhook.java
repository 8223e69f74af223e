package io.tallyport.core.webhook;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it came in, nothing of it believed yet.
 *
 * @param platform the path's first part
 * @param connection the path's second part
 * @param pathSecret the path's third part, where there is one
 * @param source who sent it, for the limit of what is refused; such as an IP address
 * @param headers by name, which is taken without regard to case
 * @param query the parameters of the address
 */
public record IncomingWebhook(
        String platform,
        String connection,
        Optional<String> pathSecret,
        String source,
        Map<String, String> headers,
        Map<String, String> query,
        RawBody body) {

    public IncomingWebhook {
        Map<String, String> small = new TreeMap<>();
        headers.forEach((name, value) -> small.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(small);
        query = Map.copyOf(query);
    }

    /** A header; empty when it is missing or blank. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).filter(value -> !value.isBlank());
    }

    /** Without the path's secret, the headers and the body. */
    @Override
    public String toString() {
        return "hook for " + platform + "/" + connection + " from " + source + ", " + body;
    }
}
