package io.tallyport.runtime;

import io.tallyport.core.catalog.mapping.ConfirmCertain;
import io.tallyport.core.catalog.mapping.ExportMappings;
import io.tallyport.core.catalog.mapping.FindSkuMismatches;
import io.tallyport.core.catalog.mapping.ImportMappings;
import io.tallyport.core.catalog.mapping.MapFromBarcodes;
import io.tallyport.core.catalog.mapping.MappingDesk;
import io.tallyport.core.catalog.mapping.RejectionStore;
import io.tallyport.core.catalog.mapping.SuggestSkuMappings;
import jakarta.inject.Inject;

/** What a started Tallyport hands out for the mapping of SKUs. */
record SkuMappingParts(
        RejectionStore rejections,
        FindSkuMismatches mismatches,
        SuggestSkuMappings suggest,
        MappingDesk desk,
        ConfirmCertain confirmCertain,
        MapFromBarcodes fromBarcodes,
        ExportMappings exports,
        ImportMappings imports) {

    @Inject
    SkuMappingParts {}
}
