package io.tallyport.lightspeed.control;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.CallGate;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Connector;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.SecretHandle;
import io.tallyport.core.history.ApiLog;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.remote.Credentials;
import io.tallyport.remote.RemoteSettings;
import io.tallyport.remote.Sleeper;
import io.tallyport.sandbox.Sandbox;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/**
 * One of the two APIs, as it stands in a sandbox.
 *
 * @param name what the sandbox calls it
 * @param account the account of it there
 * @param url where it is
 * @param token what it accepts
 * @param making makes the connector
 */
public record Api(
        String name,
        Platform platform,
        ConnectionId connection,
        Function<Sandbox, String> account,
        Function<Sandbox, String> url,
        Function<Sandbox, String> token,
        Making making) {

    /** A connector's constructor. */
    @FunctionalInterface
    public interface Making {
        Connector connector(
                Credentials credentials,
                CallGate gate,
                ApiLog log,
                Clock clock,
                Sleeper sleeper,
                RemoteSettings settings);
    }

    Connection connection(Sandbox sandbox, AccessMode mode, SecretHandle secret, Map<String, String> options) {
        return new Connection(
                connection,
                platform,
                account.apply(sandbox),
                URI.create(url.apply(sandbox)),
                Environment.SANDBOX,
                mode,
                true,
                Map.of("token", secret),
                options);
    }
}
