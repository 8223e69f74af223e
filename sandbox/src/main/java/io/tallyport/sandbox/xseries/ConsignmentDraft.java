package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a consignment says of itself, beside its status.
 *
 * @param outlet where the goods are to arrive
 * @param source where a transfer comes from
 * @param reference the order's number; two may have the same
 * @param filters what a count is limited to; an empty list is the whole store
 */
record ConsignmentDraft(
        ConsignmentType type,
        String name,
        OutletRow outlet,
        Optional<OutletRow> source,
        Optional<SupplierRow> supplier,
        Optional<String> reference,
        Optional<String> supplierInvoice,
        Optional<String> dueAt,
        Optional<String> consignmentDate,
        JsonNode filters) {}
