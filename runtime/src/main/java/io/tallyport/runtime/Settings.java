package io.tallyport.runtime;

import io.tallyport.core.inventory.Retention;
import io.tallyport.remote.CallSettings;
import io.tallyport.remote.HttpSettings;
import io.tallyport.remote.RemoteSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * All settings as they count: the environment goes before {@code .env} in the data directory, that before the database.
 * Wrong ones are all named at once.
 */
public final class Settings {

    static final String PREFIX = "TALLYPORT_";

    /** Variables with our prefix that are not settings of the program: the launcher's and the tests'. */
    private static final List<String> FOREIGN =
            List.of("TALLYPORT_TEST_", "TALLYPORT_JAVA_", "TALLYPORT_SHOPIFY_SCHEMA");

    private static final SettingKey DB_URL =
            new SettingKey("db.url", "JDBC URL of a MariaDB server; empty for the embedded database", "", false, false);
    private static final SettingKey DB_USER = new SettingKey("db.user", "user of the MariaDB server", "", false, false);
    private static final SettingKey DB_PASSWORD =
            new SettingKey("db.password", "password of the MariaDB server", "", true, false);
    private static final SettingKey DB_POOL =
            new SettingKey("db.pool-size", "database connections of one process", "8", false, false);
    private static final SettingKey MASTER_KEY = new SettingKey(
            "master-key", "base64 of 32 random bytes that encrypt secrets; empty for the key file", "", true, false);
    private static final SettingKey CONNECT_TIMEOUT = new SettingKey(
            "http.connect-timeout-seconds", "seconds until a connection to a platform must stand", "10", false, true);
    private static final SettingKey READ_TIMEOUT = new SettingKey(
            "http.read-timeout-seconds", "seconds until a platform must have answered", "60", false, true);
    private static final SettingKey TRIES = new SettingKey(
            "http.tries", "sendings of one call that is safe to repeat, the first included", "4", false, true);
    private static final SettingKey LONGEST_WAIT = new SettingKey(
            "http.longest-wait-seconds",
            "seconds a call waits for a platform's rate limit at most",
            "120",
            false,
            true);

    private static final SettingKey KEEP_API_LOG = new SettingKey(
            "history.keep-api-log-days", "days until history prune removes remote calls", "14", false, true);
    private static final SettingKey KEEP = new SettingKey(
            "history.keep-days",
            "days until history prune removes runs, their rows, settled intents, plans and closed conflicts",
            "365",
            false,
            true);
    private static final SettingKey UNDO_WINDOW = new SettingKey(
            "history.undo-window-days",
            "days for which what a rollback needs is kept, whatever else history prune is told",
            "30",
            false,
            true);

    private static final List<SettingKey> KNOWN = List.of(
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
            UNDO_WINDOW);

    private final Map<String, String> values;
    private final Map<String, String> origins;

    private Settings(Map<String, String> values, Map<String, String> origins) {
        this.values = values;
        this.origins = origins;
    }

    /** Every setting there is. */
    public static List<SettingKey> known() {
        return KNOWN;
    }

    /**
     * The setting of that key.
     *
     * @throws IllegalArgumentException for an unknown one, with the nearest
     */
    public static SettingKey find(String key) {
        return KNOWN.stream()
                .filter(known -> known.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no setting \"" + key + "\"; did you mean \""
                        + nearest(key, KNOWN.stream().map(SettingKey::key).toList()) + "\"?"));
    }

    /**
     * Refuses a value that the setting would not take.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    public static void check(SettingKey key, String value) {
        List<String> errors = new ArrayList<>();
        Map<String, String> one = new HashMap<>();
        KNOWN.forEach(known -> one.put(known.key(), known.fallback()));
        one.put(key.key(), value);
        new Settings(one, Map.of()).validate(errors);
        fail(errors);
    }

    /**
     * Puts the sources together.
     *
     * @throws IllegalArgumentException with every wrong or unknown setting
     */
    static Settings load(Map<String, String> environment, Map<String, String> dotEnv, Map<String, String> database) {
        List<String> errors = new ArrayList<>();
        Map<String, String> values = new TreeMap<>();
        Map<String, String> origins = new TreeMap<>();
        KNOWN.forEach(known -> values.put(known.key(), known.fallback()));
        KNOWN.forEach(known -> origins.put(known.key(), "default"));
        database.forEach((key, value) -> {
            if (origins.containsKey(key)) {
                values.put(key, value);
                origins.put(key, "database");
            }
        });
        take(dotEnv, ".env", values, origins, errors);
        take(environment, "environment", values, origins, errors);
        Settings settings = new Settings(values, origins);
        settings.validate(errors);
        fail(errors);
        return settings;
    }

    private static void take(
            Map<String, String> variables,
            String origin,
            Map<String, String> values,
            Map<String, String> origins,
            List<String> errors) {
        Map<String, SettingKey> byVariable = new HashMap<>();
        KNOWN.forEach(known -> byVariable.put(known.variable(), known));
        variables.forEach((name, value) -> {
            SettingKey key = byVariable.get(name);
            if (key != null) {
                values.put(key.key(), value);
                origins.put(key.key(), origin);
            } else if (name.startsWith(PREFIX) && FOREIGN.stream().noneMatch(name::startsWith)) {
                errors.add(name + " in the " + origin + " is not a setting; did you mean "
                        + nearest(name, List.copyOf(byVariable.keySet())) + "?");
            }
        });
    }

    private void validate(List<String> errors) {
        number(DB_POOL, 1, 100, errors);
        number(CONNECT_TIMEOUT, 1, 600, errors);
        number(READ_TIMEOUT, 1, 3600, errors);
        number(TRIES, 1, 20, errors);
        number(LONGEST_WAIT, 0, 3600, errors);
        number(KEEP_API_LOG, 1, 36500, errors);
        number(KEEP, 1, 36500, errors);
        number(UNDO_WINDOW, 1, 36500, errors);
        String url = get(DB_URL);
        if (!url.isEmpty() && !url.startsWith("jdbc:mariadb:")) {
            errors.add(DB_URL.variable() + " begins with jdbc:mariadb:, got another kind");
        }
        if (!url.isEmpty() && get(DB_USER).isEmpty()) {
            errors.add(DB_USER.variable() + " is missing; a MariaDB server needs a user");
        }
    }

    private void number(SettingKey key, int least, int most, List<String> errors) {
        OptionalInt number = whole(get(key));
        if (number.isEmpty() || number.getAsInt() < least || number.getAsInt() > most) {
            errors.add(key.variable() + " (" + key.key() + ") is a whole number from " + least + " to " + most
                    + ", got \"" + get(key) + "\"");
        }
    }

    private static OptionalInt whole(String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text.strip()));
        } catch (NumberFormatException notANumber) {
            return OptionalInt.empty();
        }
    }

    private static void fail(List<String> errors) {
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("settings are wrong: " + String.join("; ", errors));
        }
    }

    /** The value that counts; empty when nobody has set one and there is no default. */
    public String get(SettingKey key) {
        return values.getOrDefault(key.key(), key.fallback());
    }

    /** Where that value comes from: environment, .env, database or default. */
    public String origin(SettingKey key) {
        return origins.getOrDefault(key.key(), "default");
    }

    Optional<String> masterKey() {
        return Optional.of(get(MASTER_KEY)).filter(key -> !key.isEmpty());
    }

    boolean isEmbedded() {
        return get(DB_URL).isEmpty();
    }

    String databaseUrl() {
        return get(DB_URL);
    }

    String databaseUser() {
        return get(DB_USER);
    }

    String databasePassword() {
        return get(DB_PASSWORD);
    }

    int poolSize() {
        return Integer.parseInt(get(DB_POOL).strip());
    }

    Retention retention() {
        return new Retention(days(KEEP_API_LOG), days(KEEP), days(UNDO_WINDOW));
    }

    private Duration days(SettingKey key) {
        return Duration.ofDays(Integer.parseInt(get(key).strip()));
    }

    RemoteSettings remote() {
        HttpSettings http = HttpSettings.DEFAULT;
        CallSettings calls = CallSettings.DEFAULT;
        return new RemoteSettings(
                new HttpSettings(
                        seconds(CONNECT_TIMEOUT), seconds(READ_TIMEOUT), http.maxBodyBytes(), http.userAgent()),
                new CallSettings(
                        Integer.parseInt(get(TRIES).strip()),
                        calls.firstDelay(),
                        seconds(LONGEST_WAIT),
                        calls.breakerFailures(),
                        calls.breakerDelay()));
    }

    private Duration seconds(SettingKey key) {
        return Duration.ofSeconds(Integer.parseInt(get(key).strip()));
    }

    private static String nearest(String wrong, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> EditDistance.between(wrong, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }
}
