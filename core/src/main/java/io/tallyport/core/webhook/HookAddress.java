package io.tallyport.core.webhook;

import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.ConnectionId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a connection's hooks of one topic are sent to. */
public final class HookAddress {

    /** The parameter that tells the topic where the platform's body does not. */
    public static final String TOPIC = "topic";

    private HookAddress() {}

    /**
     * The address below {@code base}, such as {@code https://hooks.example.org}.
     *
     * @param pathSecret for platforms that do not sign; whoever knows the address may then send hooks
     */
    public static URI of(
            URI base, Platform platform, ConnectionId connection, Optional<Secret> pathSecret, String topic) {
        String root = base.toString().replaceFirst("/+$", "");
        String secret = pathSecret.map(known -> "/" + encoded(known.reveal())).orElse("");
        return URI.create(root + "/webhooks/" + encoded(platform.code()) + "/" + encoded(connection.value()) + secret
                + "?" + TOPIC + "=" + encoded(topic));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
