package io.tallyport.cli;

import io.tallyport.runtime.SettingKey;
import io.tallyport.runtime.Settings;
import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Stores a setting. */
@Command(
        name = "set",
        description = "Stores a setting in the database; the environment and .env go before it.",
        footer = {"", "Example:", "  tallyport config set http.tries 6"})
final class ConfigSetCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "KEY", description = "Such as http.tries; see: tallyport config show.")
    private @Nullable String key;

    @Parameters(index = "1", paramLabel = "VALUE", description = "Its value.")
    private @Nullable String value;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    ConfigSetCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        SettingKey known = Settings.find(Specs.given(key));
        if (known.secret() || !known.storable()) {
            throw Specs.misuse(
                    spec,
                    "\"" + known.key() + "\" is not kept in the database; set " + known.variable()
                            + " in the environment, or in .env in the data directory");
        }
        String text = Specs.given(value);
        Settings.check(known, text);
        try (Tallyport tallyport = shell.open()) {
            tallyport.settings().put(known.key(), text);
            shell.answer(Map.of(known.key(), text), screen -> screen.good(known.key() + " is " + text + "."));
        }
        return ExitCode.OK;
    }
}
