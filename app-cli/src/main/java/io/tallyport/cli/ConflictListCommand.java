package io.tallyport.cli;

import io.tallyport.core.conflict.Conflict;
import io.tallyport.core.conflict.ConflictState;
import io.tallyport.runtime.Tallyport;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the conflicts. */
@Command(
        name = "list",
        description = {"Lists the conflicts that wait for a person, the oldest first.", "Ends with 3 when there is one."
        },
        footer = {
            "",
            "Example:",
            "  tallyport conflict list",
            "  tallyport conflict list --filter kind=over-threshold --filter route=main --json"
        })
final class ConflictListCommand implements Callable<Integer> {

    @Option(names = "--all", description = "Also those that are only watched, and those that an answer keeps.")
    private boolean all;

    @Option(
            names = "--filter",
            paramLabel = "KEY=VALUE",
            description =
                    "Only these: route=, kind=, state=, sku= (with * at its end for a beginning); may be repeated.")
    private List<String> filter = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    ConflictListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Predicate<Conflict> wanted = wanted(spec, filter);
        Instant now = shell.clock().instant();
        try (Tallyport tallyport = shell.open()) {
            List<Conflict> conflicts = tallyport.rulings().conflicts().live().stream()
                    .filter(conflict -> all || conflict.state() == ConflictState.OPEN)
                    .filter(wanted)
                    .toList();
            List<ConflictView> views =
                    conflicts.stream().map(one -> ConflictView.of(one, now)).toList();
            shell.answer(views, screen -> print(screen, views));
            return conflicts.stream().anyMatch(one -> one.state() == ConflictState.OPEN)
                    ? ExitCode.PARTIAL
                    : ExitCode.OK;
        }
    }

    static Predicate<Conflict> wanted(@Nullable CommandSpec spec, List<String> filter) {
        try {
            return ConflictFilter.of(filter);
        } catch (IllegalArgumentException wrong) {
            throw Specs.misuse(spec, String.valueOf(wrong.getMessage()));
        }
    }

    private static void print(Screen screen, List<ConflictView> views) {
        if (views.isEmpty()) {
            screen.good("No conflict waits for a person.");
            return;
        }
        ConflictView.print(screen, views);
        screen.line(
                "Look at one: tallyport conflict show ID. Answer it: tallyport conflict resolve ID source --confirm");
    }
}
