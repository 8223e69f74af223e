package io.tallyport.cli;

import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.connection.WebOrders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a route decides; what is not given stays as it is. */
final class PolicyOptions {

    @Option(
            names = "--web-orders",
            paramLabel = "WAY",
            completionCandidates = Choices.WebOrderWays.class,
            description = "How orders of the web shop reach the POS: ${COMPLETION-CANDIDATES}. There is no default.")
    private @Nullable WebOrders webOrders;

    @Option(names = "--threshold", paramLabel = "N", description = "A difference of more units waits for a person.")
    private @Nullable Long threshold;

    @Option(
            names = "--sku-prefix",
            paramLabel = "P",
            description = "Only SKUs that begin so; may be repeated; \"\" for all.")
    private @Nullable List<String> prefixes;

    @Option(
            names = "--max-changed-percent",
            paramLabel = "N",
            description = "A plan that changes a greater part of its rows waits as a whole.")
    private @Nullable Integer maxChangedPercent;

    @Option(
            names = "--changed-floor",
            paramLabel = "N",
            description = "A plan that changes no more rows never waits for the percentage.")
    private @Nullable Integer changedFloor;

    @Option(
            names = "--max-to-zero",
            paramLabel = "N",
            description = "A plan that sets more rows to zero waits as a whole.")
    private @Nullable Integer maxToZero;

    @Option(
            names = "--min-seen-percent",
            paramLabel = "N",
            description = "A plan whose read saw a smaller part of last time's rows waits as a whole.")
    private @Nullable Integer minSeenPercent;

    @Option(
            names = "--plan-lifetime",
            paramLabel = "TIME",
            description = "How long a plan may be applied, such as 60m.")
    private @Nullable Duration planLifetime;

    @Option(
            names = "--full-every",
            paramLabel = "TIME",
            description = "How old the last read of everything may be before a sync does it again, such as 24h.")
    private @Nullable Duration fullEvery;

    Optional<WebOrders> webOrders() {
        return Optional.ofNullable(webOrders);
    }

    boolean isEmpty() {
        return prefixes == null
                && Stream.of(
                                webOrders(),
                                Optional.ofNullable(threshold),
                                Optional.ofNullable(maxChangedPercent),
                                Optional.ofNullable(changedFloor),
                                Optional.ofNullable(maxToZero),
                                Optional.ofNullable(minSeenPercent),
                                Optional.ofNullable(planLifetime),
                                Optional.ofNullable(fullEvery))
                        .allMatch(Optional::isEmpty);
    }

    /** The policy with what was given in place of what was. */
    RoutePolicy over(RoutePolicy old) {
        BlastRadius guard = old.guard();
        return new RoutePolicy(
                old.merge(),
                webOrders().orElse(old.webOrders()),
                threshold == null ? old.reviewThreshold() : threshold,
                new BlastRadius(
                        maxChangedPercent == null ? guard.maxChangedPercent() : maxChangedPercent,
                        changedFloor == null ? guard.changedFloor() : changedFloor,
                        maxToZero == null ? guard.maxToZero() : maxToZero,
                        minSeenPercent == null ? guard.minSeenPercent() : minSeenPercent),
                planLifetime == null ? old.planLifetime() : planLifetime,
                prefixes == null ? old.scope() : scope(prefixes),
                fullEvery == null ? old.fullEvery() : fullEvery);
    }

    private static SkuScope scope(List<String> prefixes) {
        return new SkuScope(
                prefixes.stream().filter(prefix -> !prefix.isEmpty()).toList());
    }
}
