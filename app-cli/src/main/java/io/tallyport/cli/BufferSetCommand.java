package io.tallyport.cli;

import io.tallyport.core.rule.RuleAspect;
import io.tallyport.core.rule.RuleDesk;
import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sets a safety stock. */
@Command(
        name = "set",
        description = {
            "Sets a safety stock, in place of the one for the same items, location and route.",
            "It counts from the next plan on, which looks at everything."
        },
        footer = {
            "",
            "Example:",
            "  tallyport buffer set --fixed 2",
            "  tallyport buffer set --percent 10 --category Shoes/Men",
            "  tallyport buffer set --max-listed 50 --sku-prefix BULK- --route main"
        })
final class BufferSetCommand implements Callable<Integer> {

    /** One of them. */
    static final class Size {

        @Option(names = "--fixed", paramLabel = "N", description = "So many units are not offered.")
        private @Nullable String fixed;

        @Option(
                names = "--percent",
                paramLabel = "P",
                description = "This part of the figure is not offered, rounded up to whole units.")
        private @Nullable String percent;

        @Option(names = "--max-listed", paramLabel = "N", description = "The shop never shows more than this.")
        private @Nullable String most;
    }

    @ArgGroup(multiplicity = "1")
    private @Nullable Size size;

    @Mixin
    private RuleScopeOptions about = new RuleScopeOptions();

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "Why; it is kept with your name.")
    private String note = "";

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    BufferSetCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Size given = Specs.given(size);
        RuleAspect aspect = given.most == null ? RuleAspect.BUFFER : RuleAspect.MOST_LISTED;
        String value = RulesAddCommand.checked(spec, aspect, value(given));
        try (Tallyport tallyport = shell.open()) {
            RuleDesk.Draft draft = new RuleDesk.Draft(about.scope(tallyport), aspect, value, note);
            RuleView view = RuleView.of(tallyport.rulings().rules().set(draft, shell.actor()));
            shell.answer(view, view::added);
        }
        return ExitCode.OK;
    }

    private static String value(Size given) {
        if (given.percent != null) {
            return given.percent.endsWith("%") ? given.percent : given.percent + "%";
        }
        return Specs.given(given.most == null ? given.fixed : given.most);
    }
}
