package io.tallyport.cli;

import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes a safety stock. */
@Command(
        name = "remove",
        description = "Removes a safety stock; the next plan looks at everything.",
        footer = {"", "Example:", "  tallyport buffer remove 3"})
final class BufferRemoveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "Its number, as buffer list shows it.")
    private long id;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    BufferRemoveCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            boolean other = tallyport.rulings().rules().all().stream()
                    .anyMatch(rule -> rule.id() == id && !BufferListCommand.isBuffer(rule));
            if (other) {
                throw Specs.misuse(
                        spec, "rule " + id + " is no safety stock; remove it with: tallyport rules remove " + id);
            }
            RuleView view = RuleView.of(tallyport.rulings().rules().remove(id, shell.actor()));
            shell.answer(
                    view,
                    screen -> screen.good(
                            "Removed " + view.aspect() + " " + view.value() + " for " + view.about() + "."));
        }
        return ExitCode.OK;
    }
}
