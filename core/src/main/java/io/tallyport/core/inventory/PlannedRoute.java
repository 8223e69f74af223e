package io.tallyport.core.inventory;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Route;
import io.tallyport.core.kernel.Basis;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A route while it is planned.
 *
 * @param rulings what people have laid down about its rows
 * @param before how far it was planned; empty when it never was
 */
record PlannedRoute(
        Route route, RouteEnds ends, List<SkuMapping> mappings, RouteRulings rulings, Optional<RouteCursor> before) {

    PlannedRoute {
        mappings = List.copyOf(mappings);
    }

    Connection sourceConnection() {
        return ends.sourceConnection();
    }

    Connection targetConnection() {
        return ends.targetConnection();
    }

    /** What its plans depend on beside the levels: a plan of what changed misses what a change of these makes different. */
    String basis() {
        String pairs = mappings.stream()
                .map(mapping -> mapping.sourceItem() + "\t" + mapping.targetItem())
                .sorted()
                .collect(Collectors.joining("\n"));
        String policy = Basis.of(
                route.source().toString(),
                route.target().toString(),
                sourceConnection().basis(),
                targetConnection().basis(),
                route.policy().merge().name(),
                route.policy().webOrders().name(),
                String.join("\n", route.policy().scope().prefixes()),
                pairs);
        return rulings.basis().isEmpty() ? policy : Basis.of(policy, rulings.basis());
    }
}
