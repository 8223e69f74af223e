package io.tallyport.cli;

import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a rule. */
@Command(
        name = "remove",
        description = "Removes a rule, a buffer or a remembered answer; the next plan looks at everything.",
        footer = {"", "Example:", "  tallyport rules remove 3"})
final class RulesRemoveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "Its number, as rules list shows it.")
    private long id;

    private final Shell shell;

    RulesRemoveCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            RuleView view = RuleView.of(tallyport.rulings().rules().remove(id, shell.actor()));
            shell.answer(
                    view,
                    screen -> screen.good("Rule " + view.id() + " removed: " + view.aspect() + " " + view.value()
                            + " for " + view.about() + "."));
        }
        return ExitCode.OK;
    }
}
