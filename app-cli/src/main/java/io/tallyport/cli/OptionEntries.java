package io.tallyport.cli;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The connector's own settings, as {@code --option key=value}. */
final class OptionEntries {

    /** Where tokens are issued, which is no secret. */
    private static final String ADDRESS = "token-url";

    private static final Pattern SECRET = Pattern.compile(".*(token|secret|password|api-?key).*");

    @Option(
            names = "--option",
            paramLabel = "KEY=VALUE",
            description = "A setting of the platform's connector, such as api-version=2026-07; may be repeated.")
    private Map<String, String> options = new TreeMap<>();

    Map<String, String> read(@Nullable CommandSpec spec) {
        for (String key : options.keySet()) {
            if (!key.equals(ADDRESS)
                    && SECRET.matcher(key.toLowerCase(Locale.ROOT)).matches()) {
                throw Specs.misuse(
                        spec,
                        "option \"" + key
                                + "\" looks like a secret; use --token-stdin or --token-env VAR, --client-secret-stdin or --client-secret-env VAR");
            }
        }
        return options;
    }
}
