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

/** Adds a rule. */
@Command(
        name = "add",
        description = {
            "Adds a rule. Another one for the same items, location and route is refused as a contradiction.",
            "Quantity, rounding, negatives and review decide what a sync of stock does, from the next plan on.",
            "Price, title, description and images are kept for the sync of products, which does not read them yet."
        },
        footer = {
            "",
            "Example:",
            "  tallyport rules add --field quantity --truth target --sku GIFT-1 --route main",
            "  tallyport rules add --rounding nearest --category Fabrics",
            "  tallyport rules add --negatives leave",
            "  tallyport rules add --review off --sku-prefix SALE- --note \"counted\""
        })
final class RulesAddCommand implements Callable<Integer> {

    /** One rule says one thing. */
    static final class Said {

        @ArgGroup(exclusive = false)
        private @Nullable Truth truth;

        @Option(
                names = "--rounding",
                paramLabel = "HOW",
                description = "How a fraction becomes whole units: down (unless told), up, nearest.")
        private @Nullable String rounding;

        @Option(
                names = "--negatives",
                paramLabel = "HOW",
                description = "What a negative figure means: zero (unless told), or leave the row alone.")
        private @Nullable String negatives;

        @Option(
                names = "--review",
                paramLabel = "N",
                description = "A difference of more units waits for a person; off for never.")
        private @Nullable String review;
    }

    /** Who is right. */
    static final class Truth {

        @Option(
                names = "--field",
                required = true,
                paramLabel = "FIELD",
                description = "quantity, price, title, description or images.")
        private @Nullable String field;

        @Option(
                names = "--truth",
                required = true,
                paramLabel = "WHO",
                description = "source, target or nobody; what is not the source's is left alone.")
        private @Nullable String who;
    }

    @ArgGroup(multiplicity = "1")
    private @Nullable Said said;

    @Mixin
    private RuleScopeOptions about = new RuleScopeOptions();

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "Why; it is kept with your name.")
    private String note = "";

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    RulesAddCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        RuleAspect aspect = aspect(Specs.given(said));
        String value = value(Specs.given(said), aspect);
        try (Tallyport tallyport = shell.open()) {
            RuleDesk.Draft draft = new RuleDesk.Draft(about.scope(tallyport), aspect, value, note);
            RuleView view = RuleView.of(tallyport.rulings().rules().add(draft, shell.actor()));
            shell.answer(view, view::added);
        }
        return ExitCode.OK;
    }

    private RuleAspect aspect(Said given) {
        if (given.truth == null) {
            return given.rounding != null
                    ? RuleAspect.ROUNDING
                    : given.negatives != null ? RuleAspect.NEGATIVES : RuleAspect.REVIEW;
        }
        String field = Specs.given(given.truth.field);
        return switch (field) {
            case "quantity" -> RuleAspect.QUANTITY;
            case "price" -> RuleAspect.PRICE;
            case "title" -> RuleAspect.TITLE;
            case "description" -> RuleAspect.DESCRIPTION;
            case "images" -> RuleAspect.IMAGES;
            default ->
                throw Specs.misuse(
                        spec, "--field is quantity, price, title, description or images, got \"" + field + "\"");
        };
    }

    private String value(Said given, RuleAspect aspect) {
        String value = given.truth != null
                ? Specs.given(given.truth.who)
                : Specs.given(
                        given.rounding != null
                                ? given.rounding
                                : given.negatives != null ? given.negatives : given.review);
        return checked(spec, aspect, value);
    }

    /** A value that the aspect does not take is a misuse of the command. */
    static String checked(@Nullable CommandSpec spec, RuleAspect aspect, String value) {
        try {
            return aspect.checked(value);
        } catch (IllegalArgumentException wrong) {
            throw Specs.misuse(spec, String.valueOf(wrong.getMessage()));
        }
    }
}
