package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads both catalogues of a route and says which items may be one; confirms nothing by itself. */
public final class SuggestSkuMappings {

    private static final Logger LOG = LoggerFactory.getLogger(SuggestSkuMappings.class);

    private final CatalogueStores stores;
    private final Connectors connectors;
    private final TextSimilarity similarity;

    public SuggestSkuMappings(CatalogueStores stores, Connectors connectors, TextSimilarity similarity) {
        this.stores = stores;
        this.connectors = connectors;
        this.similarity = similarity;
    }

    /**
     * What came of it.
     *
     * @param suggestions the best first
     * @param freeSources how many items of the source nothing joins yet
     * @param freeTargets how many items of the target nothing joins yet
     */
    public record Report(List<ItemSuggestions> suggestions, int freeSources, int freeTargets) {}

    /**
     * Suggests.
     *
     * @param most how many candidates an item is given, at least one
     * @throws IllegalArgumentException when there is no such route
     * @throws io.tallyport.core.kernel.PortException when an end cannot be read
     */
    public Report suggest(RouteId id, int most, Progress progress) {
        try (CatalogueEnds ends = CatalogueEnds.open(id, stores, connectors)) {
            Report report = suggest(ends, ends.read(progress), most, progress);
            LOG.info(
                    "compared {} with {} free items of route {}: {} have candidates",
                    report.freeSources(),
                    report.freeTargets(),
                    id,
                    report.suggestions().size());
            return report;
        }
    }

    Report suggest(CatalogueEnds ends, BothSides sides, int most, Progress progress) {
        RouteId id = ends.route().id();
        JoinedItems joined = JoinedItems.of(
                sides.source(),
                sides.target(),
                stores.mappings().of(id),
                ends.route().policy().scope());
        SuggestionSearch.Input input = new SuggestionSearch.Input(
                sides.source(),
                sides.target(),
                joined,
                rejected(stores.rejections().of(id)),
                Math.max(1, most));
        return new Report(
                new SuggestionSearch(input, similarity, progress).find(),
                joined.freeSources().size(),
                joined.freeTargets().size());
    }

    static Map<ExternalId, Set<ExternalId>> rejected(List<Rejection> rejections) {
        Map<ExternalId, Set<ExternalId>> found = new HashMap<>();
        for (Rejection rejection : rejections) {
            SkuMapping pair = rejection.pair();
            found.computeIfAbsent(pair.sourceItem(), item -> new HashSet<>()).add(pair.targetItem());
        }
        return found;
    }
}
