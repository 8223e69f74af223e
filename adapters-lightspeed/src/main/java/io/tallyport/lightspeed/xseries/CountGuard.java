package io.tallyport.lightspeed.xseries;

import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a count from setting to zero what nobody counted.
 *
 * <p>A count lists, in the background, everything that it is about, without a filter the whole store; completing it sets each
 * listed product to what was counted, and that is zero where nothing was. The platform does not tell one zero from the other,
 * so a count in which a product that should be there has none is completed by a person, who can.
 */
final class CountGuard {

    private static final Duration BACKGROUND = Duration.ofSeconds(10);

    private final ConsignmentFeed feed;

    CountGuard(ConsignmentFeed feed) {
        this.feed = feed;
    }

    void ensureNothingIsZeroed(String operation, ExternalId id) {
        List<ConsignmentLine> lines = ConsignmentMapper.lines(feed.lines(id), false);
        long uncounted = lines.stream()
                .filter(line ->
                        line.receivedOrNone().isZero() && !line.ordered().isZero())
                .count();
        if (uncounted > 0) {
            throw feed.client()
                    .rejected(
                            operation,
                            XSeriesErrors.COUNT_WOULD_ZERO,
                            "completing count " + id + " would set " + uncounted + " of " + lines.size()
                                    + " products to zero, for which nothing was counted");
        }
    }

    PortException.Transient notListedYet(String operation, ExternalId id) {
        return new PortException.Transient(
                feed.client().context(operation).withCode(XSeriesErrors.COUNT_NOT_LISTED),
                "X-Series has not listed yet what count " + id + " is about",
                null,
                Optional.of(BACKGROUND));
    }
}
