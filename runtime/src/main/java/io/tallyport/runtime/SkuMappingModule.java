package io.tallyport.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.tallyport.core.catalog.MappingStore;
import io.tallyport.core.catalog.mapping.CatalogueStores;
import io.tallyport.core.catalog.mapping.ConfirmCertain;
import io.tallyport.core.catalog.mapping.ExportMappings;
import io.tallyport.core.catalog.mapping.FindSkuMismatches;
import io.tallyport.core.catalog.mapping.ImportMappings;
import io.tallyport.core.catalog.mapping.MapFromBarcodes;
import io.tallyport.core.catalog.mapping.MappingDesk;
import io.tallyport.core.catalog.mapping.MappingFiles;
import io.tallyport.core.catalog.mapping.RejectionStore;
import io.tallyport.core.catalog.mapping.SuggestSkuMappings;
import io.tallyport.core.catalog.mapping.TextSimilarity;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.kernel.UnitOfWork;
import io.tallyport.runtime.mapping.JaroWinkler;
import io.tallyport.runtime.mapping.SheetFiles;
import java.time.Clock;

/** The use cases of SKU mapping. */
final class SkuMappingModule extends AbstractModule {

    private final Clock clock;

    SkuMappingModule(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void configure() {
        bind(TextSimilarity.class).toInstance(new JaroWinkler());
        bind(MappingFiles.class).toInstance(new SheetFiles());
    }

    @Provides
    @Singleton
    CatalogueStores stores(
            RouteStore routes,
            ConnectionStore connections,
            MappingStore mappings,
            RejectionStore rejections,
            AuditTrail audit,
            UnitOfWork unitOfWork) {
        return new CatalogueStores(routes, connections, mappings, rejections, audit, unitOfWork);
    }

    @Provides
    @Singleton
    FindSkuMismatches mismatches(CatalogueStores stores, Connectors connectors) {
        return new FindSkuMismatches(stores, connectors);
    }

    @Provides
    @Singleton
    SuggestSkuMappings suggest(CatalogueStores stores, Connectors connectors, TextSimilarity similarity) {
        return new SuggestSkuMappings(stores, connectors, similarity);
    }

    @Provides
    @Singleton
    MappingDesk desk(CatalogueStores stores, Connectors connectors) {
        return new MappingDesk(stores, connectors, clock);
    }

    @Provides
    @Singleton
    ConfirmCertain confirmCertain(CatalogueStores stores, SuggestSkuMappings suggest) {
        return new ConfirmCertain(stores, suggest, clock);
    }

    @Provides
    @Singleton
    MapFromBarcodes fromBarcodes(CatalogueStores stores, Connectors connectors) {
        return new MapFromBarcodes(stores, connectors, clock);
    }

    @Provides
    @Singleton
    ExportMappings exports(CatalogueStores stores, Connectors connectors, MappingFiles files) {
        return new ExportMappings(stores, connectors, files, clock);
    }

    @Provides
    @Singleton
    ImportMappings imports(CatalogueStores stores, Connectors connectors, MappingFiles files) {
        return new ImportMappings(stores, connectors, files, clock);
    }
}
