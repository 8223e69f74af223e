package io.tallyport.cli;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.rule.RuleScope;
import io.tallyport.runtime.Tallyport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a rule is about: some items, at some location, on some route; everything unless told. */
final class RuleScopeOptions {

    /** How items are named: one way at most. */
    static final class Things {

        @Option(names = "--sku", paramLabel = "SKU", description = "Only this SKU.")
        private @Nullable String sku;

        @Option(names = "--sku-prefix", paramLabel = "P", description = "Only SKUs that begin so.")
        private @Nullable String prefix;

        @Option(
                names = "--category",
                paramLabel = "PATH",
                description = "Only items in this category at the source, or below it, such as Shoes/Men.")
        private @Nullable String category;

        private RuleScope.Thing thing() {
            if (sku != null) {
                return RuleScope.Thing.ITEM;
            }
            return prefix != null ? RuleScope.Thing.PREFIX : RuleScope.Thing.CATEGORY;
        }

        private String name() {
            if (sku != null) {
                return sku;
            }
            return prefix != null ? prefix : Specs.given(category);
        }
    }

    @ArgGroup
    private @Nullable Things things;

    @Option(
            names = "--location",
            paramLabel = "CONNECTION/LOCATION",
            description = "Only on routes that begin or end at this location.")
    private @Nullable LocationName location;

    @Option(names = "--route", paramLabel = "ROUTE", description = "Only on this route.")
    private @Nullable RouteId route;

    RuleScope scope(Tallyport tallyport) {
        Optional<LocationRef> end =
                Optional.ofNullable(location).map(name -> new LocationFinder(tallyport.connectors()).find(name));
        RuleScope.Thing thing = things == null ? RuleScope.Thing.ALL : things.thing();
        return new RuleScope(thing, things == null ? "" : things.name(), end, Optional.ofNullable(route));
    }
}
