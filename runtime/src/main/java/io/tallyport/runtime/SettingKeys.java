package io.tallyport.runtime;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every setting there is: its key, what it means, and what it is unless somebody says otherwise. */
final class SettingKeys {

    static final SettingKey DB_URL =
            new SettingKey("db.url", "JDBC URL of a MariaDB server; empty for the embedded database", "", false, false);
    static final SettingKey DB_USER = new SettingKey("db.user", "user of the MariaDB server", "", false, false);
    static final SettingKey DB_PASSWORD =
            new SettingKey("db.password", "password of the MariaDB server", "", true, false);
    static final SettingKey DB_POOL =
            new SettingKey("db.pool-size", "database connections of one process", "8", false, false);
    static final SettingKey MASTER_KEY = new SettingKey(
            "master-key", "base64 of 32 random bytes that encrypt secrets; empty for the key file", "", true, false);
    static final SettingKey CONNECT_TIMEOUT = new SettingKey(
            "http.connect-timeout-seconds", "seconds until a connection to a platform must stand", "10", false, true);
    static final SettingKey READ_TIMEOUT = new SettingKey(
            "http.read-timeout-seconds", "seconds until a platform must have answered", "60", false, true);
    static final SettingKey TRIES = new SettingKey(
            "http.tries", "sendings of one call that is safe to repeat, the first included", "4", false, true);
    static final SettingKey LONGEST_WAIT = new SettingKey(
            "http.longest-wait-seconds",
            "seconds a call waits for a platform's rate limit at most",
            "120",
            false,
            true);

    static final SettingKey KEEP_API_LOG = new SettingKey(
            "history.keep-api-log-days", "days until history prune removes remote calls", "14", false, true);
    static final SettingKey KEEP = new SettingKey(
            "history.keep-days",
            "days until history prune removes runs, their rows, settled intents, plans and closed conflicts",
            "365",
            false,
            true);
    static final SettingKey UNDO_WINDOW = new SettingKey(
            "history.undo-window-days",
            "days for which what a rollback needs is kept, whatever else history prune is told",
            "30",
            false,
            true);
    static final SettingKey CRITICAL_SKUS = new SettingKey(
            "critical-skus",
            "SKUs that sync verify-critical looks at unless it is told others, with commas between",
            "",
            false,
            true);

    static final List<SettingKey> ALL = Stream.of(
                    Stream.of(
                            DB_URL,
                            DB_USER,
                            DB_PASSWORD,
                            DB_POOL,
                            MASTER_KEY,
                            CONNECT_TIMEOUT,
                            READ_TIMEOUT,
                            TRIES,
                            LONGEST_WAIT,
                            KEEP_API_LOG,
                            KEEP,
                            UNDO_WINDOW,
                            CRITICAL_SKUS),
                    QueueSettings.KEYS.stream(),
                    PurchasingSettings.KEYS.stream(),
                    CountingSettings.KEYS.stream(),
                    HookSettings.KEYS.stream())
            .flatMap(keys -> keys)
            .toList();

    private SettingKeys() {}

    static SettingKey find(String key) {
        return ALL.stream()
                .filter(known -> known.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no setting \"" + key + "\"; did you mean \""
                        + nearest(key, ALL.stream().map(SettingKey::key).toList()) + "\"?"));
    }

    static String nearest(String wrong, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> EditDistance.between(wrong, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }
}
