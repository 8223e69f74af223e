package io.tallyport.cli;

import io.tallyport.runtime.SettingKey;
import io.tallyport.runtime.Settings;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows all settings as they count. */
@Command(
        name = "show",
        description = "Shows all settings, their values as they count, and where those come from. Secrets are masked.",
        footer = {"", "Example:", "  tallyport config show"})
final class ConfigShowCommand implements Callable<Integer> {

    private static final String MASKED = "********";

    private final Shell shell;

    ConfigShowCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(String key, String variable, String value, String origin, String meaning) {

        static View of(SettingKey key, Settings settings) {
            String value = settings.get(key);
            boolean masked = key.secret() && !value.isEmpty();
            return new View(key.key(), key.variable(), masked ? MASKED : value, settings.origin(key), key.meaning());
        }
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            Settings settings = tallyport.effectiveSettings();
            List<View> views =
                    Settings.known().stream().map(key -> View.of(key, settings)).toList();
            shell.answer(views, screen -> {
                Table table = Table.of("KEY", "VALUE", "FROM", "MEANING");
                views.forEach(view -> table.row(view.key(), view.value(), view.origin(), view.meaning()));
                screen.table(table);
                screen.line("The environment goes before .env in the data directory, that before the database.");
            });
        }
        return ExitCode.OK;
    }
}
