package io.tallyport.cli;

import io.tallyport.core.connection.Halted;
import io.tallyport.core.connection.Halts;
import io.tallyport.core.connection.KillSwitch;
import io.tallyport.core.connection.Route;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A route as it is shown. */
record RouteView(
        String name,
        String from,
        String to,
        String policy,
        String webOrders,
        long reviewThreshold,
        int maxChangedPercent,
        int changedFloor,
        int maxToZero,
        int minSeenPercent,
        String planLifetime,
        String fullEvery,
        List<String> skuPrefixes,
        boolean enabled,
        @Nullable String paused) {

    static RouteView of(Route route, Halts halts) {
        return new RouteView(
                route.id().value(),
                route.source().toString(),
                route.target().toString(),
                Choices.word(route.policy().merge()),
                Choices.word(route.policy().webOrders()),
                route.policy().reviewThreshold(),
                route.policy().guard().maxChangedPercent(),
                route.policy().guard().changedFloor(),
                route.policy().guard().maxToZero(),
                route.policy().guard().minSeenPercent(),
                LifeSpan.format(route.policy().planLifetime()),
                LifeSpan.format(route.policy().fullEvery()),
                route.policy().scope().prefixes(),
                route.enabled(),
                halts.find(Halted.of(route.id())).map(RouteView::paused).orElse(null));
    }

    /** Who paused it, when and why. */
    static String paused(KillSwitch.Stop stop) {
        return "since " + stop.at().truncatedTo(ChronoUnit.SECONDS) + " by " + stop.actor() + ": " + stop.reason();
    }

    List<Screen.Fact> facts() {
        List<Screen.Fact> facts = new ArrayList<>(decisions());
        if (paused != null) {
            facts.add(new Screen.Fact("paused", paused));
        }
        return facts;
    }

    private List<Screen.Fact> decisions() {
        return List.of(
                new Screen.Fact("name", name),
                new Screen.Fact("from", from),
                new Screen.Fact("to", to),
                new Screen.Fact("policy", policy + ", web orders " + webOrders),
                new Screen.Fact("review", "a difference of more than " + reviewThreshold + " waits for a person"),
                new Screen.Fact(
                        "guard",
                        "a whole plan waits when more than " + maxChangedPercent + " % of its rows (and more than "
                                + changedFloor + ") change, more than " + maxToZero + " go to zero, or less than "
                                + minSeenPercent + " % of last time's rows are seen"),
                new Screen.Fact("plan lifetime", planLifetime),
                new Screen.Fact("full every", fullEvery + ", what changed in between"),
                new Screen.Fact("SKUs", skuPrefixes.isEmpty() ? "all" : "that begin with " + skuPrefixes),
                new Screen.Fact("enabled", enabled ? "yes" : "no"));
    }
}
