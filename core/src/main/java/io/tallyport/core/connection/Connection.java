package io.tallyport.core.connection;

import io.tallyport.core.kernel.Basis;
import io.tallyport.core.kernel.ConnectionId;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One account at one remote platform.
 *
 * @param id the name people use
 * @param platform which connector opens it
 * @param account the account id or shop domain at the platform
 * @param baseUrl where its API is; https, except on loopback
 * @param environment sandbox or production
 * @param accessMode what we may do there
 * @param enabled whether it is used at all
 * @param secrets handles by purpose, such as {@code token}
 * @param options the connector's own settings, such as {@code api-version}; never a secret
 */
public record Connection(
        ConnectionId id,
        Platform platform,
        String account,
        URI baseUrl,
        Environment environment,
        AccessMode accessMode,
        boolean enabled,
        Map<String, SecretHandle> secrets,
        Map<String, String> options) {

    public Connection {
        if (account.isBlank()) {
            throw new IllegalArgumentException("the account of connection \"" + id + "\" must not be blank");
        }
        BaseUrls.check(baseUrl);
        secrets = Map.copyOf(secrets);
        options = Map.copyOf(options);
    }

    public Connection withAccessMode(AccessMode mode) {
        return new Connection(id, platform, account, baseUrl, environment, mode, enabled, secrets, options);
    }

    public Connection withEnabled(boolean on) {
        return new Connection(id, platform, account, baseUrl, environment, accessMode, on, secrets, options);
    }

    public Connection withBaseUrl(URI url) {
        return new Connection(id, platform, account, url, environment, accessMode, enabled, secrets, options);
    }

    public Connection withSecrets(Map<String, SecretHandle> handles) {
        return new Connection(id, platform, account, baseUrl, environment, accessMode, enabled, handles, options);
    }

    public Connection withOptions(Map<String, String> values) {
        return new Connection(id, platform, account, baseUrl, environment, accessMode, enabled, secrets, values);
    }

    /**
     * Stands for what is read through this connection: platform, account, address and options, not who may read it. What
     * was kept from a connection of another basis says nothing about this one.
     */
    public String basis() {
        String options = new TreeMap<>(this.options)
                .entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
        return Basis.of(platform.code(), account, baseUrl.toString(), options);
    }
}
