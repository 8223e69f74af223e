package io.tallyport.runtime;

import io.tallyport.core.catalog.MappingStore;
import io.tallyport.core.catalog.mapping.ConfirmCertain;
import io.tallyport.core.catalog.mapping.ExportMappings;
import io.tallyport.core.catalog.mapping.FindSkuMismatches;
import io.tallyport.core.catalog.mapping.ImportMappings;
import io.tallyport.core.catalog.mapping.MapFromBarcodes;
import io.tallyport.core.catalog.mapping.MappingDesk;
import io.tallyport.core.catalog.mapping.RejectionStore;
import io.tallyport.core.catalog.mapping.SuggestSkuMappings;
import jakarta.inject.Inject;

/**
 * What a started Tallyport hands out for the mapping of SKUs.
 *
 * @param store which items are one
 * @param rejections which pairs people have rejected
 * @param mismatches names what does not fit between a route's catalogues
 * @param suggest says which items of a route's catalogues may be one
 * @param desk keeps what people say about two items
 * @param confirmCertain maps what is certain
 * @param fromBarcodes maps what bears one barcode
 * @param exports writes mappings into a file
 * @param imports takes mappings from a file
 */
public record SkuMappingParts(
        MappingStore store,
        RejectionStore rejections,
        FindSkuMismatches mismatches,
        SuggestSkuMappings suggest,
        MappingDesk desk,
        ConfirmCertain confirmCertain,
        MapFromBarcodes fromBarcodes,
        ExportMappings exports,
        ImportMappings imports) {

    @Inject
    public SkuMappingParts {}
}
