package io.tallyport.core.catalog.mapping;

import io.tallyport.core.connection.Connectors;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads both catalogues of a route and names what does not fit; writes nothing. */
public final class FindSkuMismatches {

    private static final Logger LOG = LoggerFactory.getLogger(FindSkuMismatches.class);

    private final CatalogueStores stores;
    private final Connectors connectors;

    public FindSkuMismatches(CatalogueStores stores, Connectors connectors) {
        this.stores = stores;
        this.connectors = connectors;
    }

    /**
     * What came of it.
     *
     * @param sourceItems how many were read
     * @param sourceComplete whether that proved to be all
     * @param joined how many pairs a mapping or a SKU joins
     */
    public record Report(
            List<Mismatch> findings,
            int sourceItems,
            boolean sourceComplete,
            int targetItems,
            boolean targetComplete,
            int joined) {}

    /**
     * Compares.
     *
     * @throws IllegalArgumentException when there is no such route
     * @throws io.tallyport.core.kernel.PortException when an end cannot be read
     */
    public Report find(RouteId id, Progress progress) {
        try (CatalogueEnds ends = CatalogueEnds.open(id, stores, connectors)) {
            BothSides sides = ends.read(progress);
            MismatchSearch search = new MismatchSearch(
                    sides.source(),
                    sides.target(),
                    stores.mappings().entries(id),
                    ends.route().policy().scope());
            Report report = new Report(
                    search.find(),
                    sides.source().items().size(),
                    sides.source().complete(),
                    sides.target().items().size(),
                    sides.target().complete(),
                    search.joined());
            LOG.info(
                    "compared {} with {} items of route {}: {} findings",
                    report.sourceItems(),
                    report.targetItems(),
                    id,
                    report.findings().size());
            return report;
        }
    }
}
