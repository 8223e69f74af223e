package io.tallyport.lightspeed.xseries;

import io.tallyport.core.kernel.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The two custom reasons that a connection adjusts stock with, held against those that the store has. Nothing else will
 * do: DAMAGE or THEFT would falsify the shop's loss reports, and a reason that others use too could not tell our
 * adjustments from theirs.
 */
final class AdjustReasons {

    private final Optional<AdjustOptions.Reasons> chosen;
    private final AdjustmentFeed feed;
    private final XSeriesClient client;

    AdjustReasons(Optional<AdjustOptions.Reasons> chosen, AdjustmentFeed feed, XSeriesClient client) {
        this.chosen = chosen;
        this.feed = feed;
        this.client = client;
    }

    /**
     * The two.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected when the connection has none
     */
    AdjustOptions.Reasons required() {
        ErrorCode code = XSeriesErrors.NO_ADJUST_REASONS;
        return chosen.orElseThrow(() -> client.rejected(
                AdjustmentFeed.CREATE, code, "the connection names no reasons to adjust stock with: " + code.action()));
    }

    /** That there are none, with those that the store has; empty when some were chosen. Who writes no stock needs none. */
    Optional<String> missing() {
        return chosen.isPresent()
                ? Optional.empty()
                : Optional.of(
                        XSeriesErrors.NO_ADJUST_REASONS + " stock is not written: the connection has no reasons to"
                                + " adjust it with (the store has: " + told(feed.reasons()) + ")");
    }

    /** What is wrong with those that were chosen. */
    List<String> problems() {
        if (chosen.isEmpty()) {
            return List.of();
        }
        List<AdjustmentWire.Reason> there = feed.reasons();
        return Stream.of(
                        unfit(AdjustOptions.IN, chosen.get().in(), "POSITIVE", there),
                        unfit(AdjustOptions.OUT, chosen.get().out(), "NEGATIVE", there))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> unfit(String option, String id, String type, List<AdjustmentWire.Reason> there) {
        boolean fits = there.stream()
                .filter(reason -> id.equalsIgnoreCase(reason.id()))
                .anyMatch(reason -> type.equalsIgnoreCase(reason.type()) && !Boolean.FALSE.equals(reason.enabled()));
        ErrorCode code = XSeriesErrors.ADJUST_REASON_UNFIT;
        return fits
                ? Optional.empty()
                : Optional.of(code + " option " + option + " names " + id + ", which is no custom reason of type "
                        + type + " that is in use (the store has: " + told(there) + "): " + code.action());
    }

    private static String told(List<AdjustmentWire.Reason> reasons) {
        String list = reasons.stream()
                .filter(reason -> !Boolean.FALSE.equals(reason.enabled()))
                .map(reason -> "\"" + reason.name() + "\" " + reason.type() + " " + reason.id())
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? "none" : list;
    }
}
