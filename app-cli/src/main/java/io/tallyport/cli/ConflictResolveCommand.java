package io.tallyport.cli;

import io.tallyport.core.conflict.Answer;
import io.tallyport.core.conflict.Conflict;
import io.tallyport.core.conflict.ConflictState;
import io.tallyport.core.inventory.ResolveConflicts;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.runtime.Tallyport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Answers conflicts. */
@Command(
        name = "resolve",
        description = {
            "Answers a conflict, or all that a filter picks.",
            "source: the source's figure is written. value N: that figure is written, and left until one side moves.",
            "target: both sides stay as they are until one moves. ignore: nobody is asked until both agree.",
            "What is written goes by a plan of these rows, with you as who approved it."
        },
        footer = {
            "",
            "Example:",
            "  tallyport conflict resolve 3 source --confirm",
            "  tallyport conflict resolve 3 value 12 --confirm",
            "  tallyport conflict resolve ignore --filter kind=over-threshold --filter sku=GIFT-* --remember --confirm"
        })
final class ConflictResolveCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..3",
            paramLabel = "[ID] ANSWER [N]",
            description =
                    "Its number, unless --filter is given; source, target, value or ignore; the figure for value.")
    private List<String> words = List.of();

    @Option(
            names = "--filter",
            paramLabel = "KEY=VALUE",
            description = "All open ones with route=, kind=, state= or sku= (with * at its end); may be repeated.")
    private List<String> filter = List.of();

    @Option(names = "--remember", description = "Lay the answer down as a rule for these SKUs; see: rules list.")
    private boolean remember;

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    ConflictResolveCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        List<String> answer = new ArrayList<>(words);
        Optional<Long> id = filter.isEmpty() ? Optional.of(number(answer.remove(0))) : Optional.empty();
        try (Tallyport tallyport = shell.open()) {
            List<Long> ids = id.map(List::of).orElseGet(() -> picked(tallyport));
            ResolveConflicts.Request request = request(ids, answer);
            if (!confirmation.isGiven(shell, spec, "Answer " + ids.size() + " conflicts with " + answer + "?")) {
                shell.say(screen -> screen.line("Nothing was answered."));
                return ExitCode.FAILURE;
            }
            ResolveConflicts.Result result = shell.showing(progress ->
                    tallyport.rulings().resolve().resolve(request, route -> PlanName.kept(shell), progress));
            if (id.isPresent() && !result.refused().isEmpty()) {
                throw result.refused().values().iterator().next();
            }
            ResolveReport report = ResolveReport.of(tallyport, result, shell);
            shell.answer(report, report::print);
            return report.exit();
        }
    }

    private long number(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException notANumber) {
            throw Specs.misuse(spec, "\"" + word + "\" is no number of a conflict; give one, or --filter KEY=VALUE");
        }
    }

    private List<Long> picked(Tallyport tallyport) {
        return tallyport.rulings().conflicts().live().stream()
                .filter(conflict -> conflict.state() == ConflictState.OPEN
                        || filter.stream().anyMatch(term -> term.startsWith("state=")))
                .filter(ConflictListCommand.wanted(spec, filter))
                .map(Conflict::id)
                .toList();
    }

    private ResolveConflicts.Request request(List<Long> ids, List<String> answer) {
        try {
            Answer.Kind kind = Choices.one(Answer.Kind.class, answer.isEmpty() ? "" : answer.get(0));
            if (answer.size() > 2) {
                throw new IllegalArgumentException("too many words: " + answer);
            }
            Optional<Quantity> value =
                    answer.size() == 2 ? Optional.of(Quantity.parse(answer.get(1))) : Optional.empty();
            return new ResolveConflicts.Request(ids, kind, value, remember, shell.actor());
        } catch (NumberFormatException notANumber) {
            throw Specs.misuse(spec, "\"" + answer.get(1) + "\" is no figure");
        } catch (IllegalArgumentException | TypeConversionException wrong) {
            throw Specs.misuse(spec, String.valueOf(wrong.getMessage()));
        }
    }
}
