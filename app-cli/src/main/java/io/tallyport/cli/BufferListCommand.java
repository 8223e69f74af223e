package io.tallyport.cli;

import io.tallyport.core.rule.Rule;
import io.tallyport.core.rule.RuleAspect;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists safety stock. */
@Command(
        name = "list",
        description = "Lists the safety stock.",
        footer = {"", "Example:", "  tallyport buffer list"})
final class BufferListCommand implements Callable<Integer> {

    private final Shell shell;

    BufferListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            List<RuleView> views = tallyport.rulings().rules().all().stream()
                    .filter(BufferListCommand::isBuffer)
                    .map(RuleView::of)
                    .toList();
            shell.answer(
                    views,
                    screen -> RuleView.print(
                            screen, views, "There is no safety stock; set one with: tallyport buffer set --fixed 2"));
        }
        return ExitCode.OK;
    }

    static boolean isBuffer(Rule rule) {
        return rule.aspect() == RuleAspect.BUFFER || rule.aspect() == RuleAspect.MOST_LISTED;
    }
}
