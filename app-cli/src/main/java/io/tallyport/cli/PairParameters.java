package io.tallyport.cli;

import io.tallyport.core.catalog.mapping.ItemRef;
import io.tallyport.core.catalog.mapping.MappingDesk;
import io.tallyport.core.kernel.RouteId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** A route and two items of it. */
final class PairParameters {

    @Parameters(index = "0", paramLabel = "ROUTE", description = "The route.")
    private @Nullable RouteId route;

    @Parameters(index = "1", paramLabel = "SOURCE", description = "The source's item: its SKU, or id:ITEM.")
    private @Nullable ItemRef source;

    @Parameters(index = "2", paramLabel = "TARGET", description = "The target's item: its SKU, or id:ITEM.")
    private @Nullable ItemRef target;

    MappingDesk.Pair by(String actor) {
        return new MappingDesk.Pair(Specs.given(route), Specs.given(source), Specs.given(target), actor);
    }
}
