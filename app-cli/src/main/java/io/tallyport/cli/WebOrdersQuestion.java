package io.tallyport.cli;

import io.tallyport.core.connection.WebOrders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/** Asks how web orders reach the POS, which has no default: guessing wrong sells units twice. */
final class WebOrdersQuestion {

    static final String ANSWERS = """
              1  at-pos-at-once         each web order is entered at the POS when it is placed, so the POS figure is
                                        what can still be sold: it is written to the shop's "available"
              2  at-pos-when-fulfilled  web orders are entered at the POS when they are shipped, so the POS figure
                                        counts units that are ordered already: it is written to the shop's "on hand",
                                        and the shop keeps what is committed
              3  never-at-pos           web orders never reach the POS: refused, since each sync would put units on
                                        sale again that the shop has sold; --policy merge-deltas is made for this""";

    private static final int TRIES = 3;

    private WebOrdersQuestion() {}

    static WebOrders ask(Shell shell, @Nullable CommandSpec spec) {
        if (!shell.isAsking()) {
            throw Specs.misuse(
                    spec, "--web-orders is missing: how do orders of the web shop reach the POS?\n" + ANSWERS);
        }
        shell.note("How do orders of the web shop reach the POS?\n" + ANSWERS);
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                return meant(shell.ask("1, 2 or 3?"));
            } catch (TypeConversionException again) {
                shell.note(String.valueOf(again.getMessage()));
            }
        }
        throw Specs.misuse(spec, "no answer; give it with --web-orders");
    }

    private static WebOrders meant(String answer) {
        return switch (answer) {
            case "1" -> WebOrders.AT_POS_AT_ONCE;
            case "2" -> WebOrders.AT_POS_WHEN_FULFILLED;
            case "3" -> WebOrders.NEVER_AT_POS;
            default -> Choices.one(WebOrders.class, answer);
        };
    }
}
