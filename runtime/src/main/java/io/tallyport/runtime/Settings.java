package io.tallyport.runtime;

import io.tallyport.core.counting.CountPolicy;
import io.tallyport.core.inventory.Retention;
import io.tallyport.core.purchasing.PurchasePolicy;
import io.tallyport.remote.CallSettings;
import io.tallyport.remote.HttpSettings;
import io.tallyport.remote.RemoteSettings;
import java.time.Duration;
import java.util.ArrayList;
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

    private final Map<String, String> values;
    private final Map<String, String> origins;

    private Settings(Map<String, String> values, Map<String, String> origins) {
        this.values = values;
        this.origins = origins;
    }

    /** Every setting there is. */
    public static List<SettingKey> known() {
        return SettingKeys.ALL;
    }

    /**
     * The setting of that key.
     *
     * @throws IllegalArgumentException for an unknown one, with the nearest
     */
    public static SettingKey find(String key) {
        return SettingKeys.find(key);
    }

    /**
     * Refuses a value that the setting would not take.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    public static void check(SettingKey key, String value) {
        List<String> errors = new ArrayList<>();
        Map<String, String> one = new HashMap<>();
        SettingKeys.ALL.forEach(known -> one.put(known.key(), known.fallback()));
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
        SettingKeys.ALL.forEach(known -> values.put(known.key(), known.fallback()));
        SettingKeys.ALL.forEach(known -> origins.put(known.key(), "default"));
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
        SettingKeys.ALL.forEach(known -> byVariable.put(known.variable(), known));
        for (Map<String, SettingKey> others :
                List.of(QueueSettings.OTHER_VARIABLES, PurchasingSettings.OTHER_VARIABLES)) {
            others.forEach((name, key) -> {
                if (variables.containsKey(name)) {
                    values.put(key.key(), variables.getOrDefault(name, ""));
                    origins.put(key.key(), origin);
                }
            });
        }
        variables.forEach((name, value) -> {
            SettingKey key = byVariable.get(name);
            if (key != null) {
                values.put(key.key(), value);
                origins.put(key.key(), origin);
            } else if (name.startsWith(PREFIX) && FOREIGN.stream().noneMatch(name::startsWith)) {
                errors.add(name + " in the " + origin + " is not a setting; did you mean "
                        + SettingKeys.nearest(name, List.copyOf(byVariable.keySet())) + "?");
            }
        });
    }

    private void validate(List<String> errors) {
        number(SettingKeys.DB_POOL, 1, 100, errors);
        number(SettingKeys.CONNECT_TIMEOUT, 1, 600, errors);
        number(SettingKeys.READ_TIMEOUT, 1, 3600, errors);
        number(SettingKeys.TRIES, 1, 20, errors);
        number(SettingKeys.LONGEST_WAIT, 0, 3600, errors);
        number(SettingKeys.KEEP_API_LOG, 1, 36500, errors);
        number(SettingKeys.KEEP, 1, 36500, errors);
        number(SettingKeys.UNDO_WINDOW, 1, 36500, errors);
        QueueSettings.validate(this, errors);
        PurchasingSettings.validate(this, errors);
        CountingSettings.validate(this, errors);
        HookSettings.validate(this, errors);
        String url = get(SettingKeys.DB_URL);
        if (!url.isEmpty() && !url.startsWith("jdbc:mariadb:")) {
            errors.add(SettingKeys.DB_URL.variable() + " begins with jdbc:mariadb:, got another kind");
        }
        if (!url.isEmpty() && get(SettingKeys.DB_USER).isEmpty()) {
            errors.add(SettingKeys.DB_USER.variable() + " is missing; a MariaDB server needs a user");
        }
    }

    void number(SettingKey key, int least, int most, List<String> errors) {
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
        return Optional.of(get(SettingKeys.MASTER_KEY)).filter(key -> !key.isEmpty());
    }

    boolean isEmbedded() {
        return get(SettingKeys.DB_URL).isEmpty();
    }

    String databaseUrl() {
        return get(SettingKeys.DB_URL);
    }

    String databaseUser() {
        return get(SettingKeys.DB_USER);
    }

    String databasePassword() {
        return get(SettingKeys.DB_PASSWORD);
    }

    int poolSize() {
        return Integer.parseInt(get(SettingKeys.DB_POOL).strip());
    }

    Retention retention() {
        return new Retention(days(SettingKeys.KEEP_API_LOG), days(SettingKeys.KEEP), days(SettingKeys.UNDO_WINDOW));
    }

    QueueSettings queue() {
        return QueueSettings.of(this);
    }

    PurchasePolicy purchasing() {
        return PurchasingSettings.of(this);
    }

    CountPolicy counting() {
        return CountingSettings.of(this, purchasing().answersUnderWay());
    }

    HookSettings webhooks() {
        return HookSettings.of(this);
    }

    private Duration days(SettingKey key) {
        return Duration.ofDays(Integer.parseInt(get(key).strip()));
    }

    RemoteSettings remote() {
        HttpSettings http = HttpSettings.DEFAULT;
        CallSettings calls = CallSettings.DEFAULT;
        return new RemoteSettings(
                new HttpSettings(
                        seconds(SettingKeys.CONNECT_TIMEOUT),
                        seconds(SettingKeys.READ_TIMEOUT),
                        http.maxBodyBytes(),
                        http.userAgent()),
                new CallSettings(
                        Integer.parseInt(get(SettingKeys.TRIES).strip()),
                        calls.firstDelay(),
                        seconds(SettingKeys.LONGEST_WAIT),
                        calls.breakerFailures(),
                        calls.breakerDelay()));
    }

    private Duration seconds(SettingKey key) {
        return Duration.ofSeconds(Integer.parseInt(get(key).strip()));
    }
}
