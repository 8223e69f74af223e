package io.tallyport.cli;

import io.tallyport.runtime.SettingKey;
import io.tallyport.runtime.Settings;
import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Forgets a stored setting. */
@Command(
        name = "unset",
        description = "Forgets a stored setting; its default counts again.",
        footer = {"", "Example:", "  tallyport config unset http.tries"})
final class ConfigUnsetCommand implements Callable<Integer> {

    @Parameters(paramLabel = "KEY", description = "Such as http.tries; see: tallyport config show.")
    private @Nullable String key;

    private final Shell shell;

    ConfigUnsetCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        SettingKey known = Settings.find(Specs.given(key));
        try (Tallyport tallyport = shell.open()) {
            boolean removed = tallyport.settings().remove(known.key());
            shell.answer(
                    Map.of("removed", removed),
                    screen -> screen.good(removed ? known.key() + " is forgotten." : known.key() + " was not stored."));
        }
        return ExitCode.OK;
    }
}
