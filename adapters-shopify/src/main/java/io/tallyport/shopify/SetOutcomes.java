package io.tallyport.shopify;

import io.tallyport.core.inventory.Reason;
import io.tallyport.core.inventory.SetOutcome;
import io.tallyport.core.inventory.SetOutcome.LineProblem;
import io.tallyport.core.kernel.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads what {@code inventorySetQuantities} answered.
 *
 * <p>A refusal that names its line wins over a stale compare: the refused line would come back at each new try.
 */
final class SetOutcomes {

    private static final Set<String> STALE = Set.of("CHANGE_FROM_QUANTITY_STALE", "COMPARE_QUANTITY_STALE");
    private static final Verdict OTHER = new Verdict(Reason.REFUSED, ShopifyErrors.INVALID_DATA);
    private static final Verdict RANGE = new Verdict(Reason.OUT_OF_RANGE, ShopifyErrors.INVALID_DATA);
    private static final Map<String, Verdict> VERDICTS = Map.of(
            "INVALID_INVENTORY_ITEM",
            new Verdict(Reason.ITEM_GONE, ShopifyErrors.UNKNOWN_ITEM),
            "INVALID_LOCATION",
            new Verdict(Reason.LOCATION_GONE, ShopifyErrors.UNKNOWN_LOCATION),
            "INVALID_QUANTITY_NEGATIVE",
            RANGE,
            "INVALID_QUANTITY_TOO_HIGH",
            RANGE,
            "INVALID_QUANTITY_TOO_LOW",
            RANGE,
            "ITEM_NOT_STOCKED_AT_LOCATION",
            new Verdict(Reason.NOT_STOCKED_AT_LOCATION, ShopifyErrors.INVALID_DATA));

    private SetOutcomes() {}

    /** The outcome for a write of {@code lines} lines; the idempotency codes have been dealt with before. */
    static SetOutcome of(Wire.SetPayload payload, int lines) {
        List<Wire.UserError> errors = payload.userErrors();
        if (errors.isEmpty()) {
            Wire.Group group = payload.inventoryAdjustmentGroup();
            return group == null ? SetOutcome.of(SetOutcome.Status.UNCHANGED) : SetOutcome.applied(group.reference());
        }
        List<LineProblem> problems = problems(errors, lines);
        if (problems.isEmpty() && errors.stream().anyMatch(SetOutcomes::isStale)) {
            return SetOutcome.of(SetOutcome.Status.STALE);
        }
        return SetOutcome.refused(problems);
    }

    private static List<LineProblem> problems(List<Wire.UserError> errors, int lines) {
        List<LineProblem> problems = new ArrayList<>();
        for (Wire.UserError error : errors) {
            OptionalInt line = line(error, lines);
            if (!isStale(error) && line.isPresent()) {
                String code = error.code();
                Verdict verdict = code == null ? OTHER : VERDICTS.getOrDefault(code, OTHER);
                problems.add(new LineProblem(line.getAsInt(), verdict.reason(), verdict.code(), error.message()));
            }
        }
        return problems;
    }

    private static boolean isStale(Wire.UserError error) {
        String code = error.code();
        return code != null && STALE.contains(code);
    }

    /** The index in a path such as {@code input.quantities.0.quantity}. */
    private static OptionalInt line(Wire.UserError error, int lines) {
        List<String> field = error.field();
        int at = field == null ? -1 : field.indexOf("quantities");
        if (field == null || at < 0 || at + 1 >= field.size()) {
            return OptionalInt.empty();
        }
        String index = field.get(at + 1);
        boolean number = !index.isEmpty() && index.length() < 6 && index.chars().allMatch(Character::isDigit);
        return number && Integer.parseInt(index) < lines
                ? OptionalInt.of(Integer.parseInt(index))
                : OptionalInt.empty();
    }

    private record Verdict(Reason reason, ErrorCode code) {}
}
