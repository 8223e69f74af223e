package io.tallyport.sandbox.shopify;

import java.util.List;
import java.util.Optional;

/**
 * One row of a call that changes quantities.
 *
 * @param path where it stands in the input
 * @param number the quantity wanted, or the delta
 * @param expected what the caller believes the quantity to be; empty where it does not compare
 */
record QuantityRow(
        List<String> path,
        Variant variant,
        Place place,
        int number,
        Optional<Integer> expected,
        Optional<String> ledgerDocumentUri) {

    /** The path of one field of the row. */
    List<String> at(String field) {
        return List.of(path.get(0), path.get(1), path.get(2), field);
    }

    /** Item and location, which name a level before there is one. */
    List<Long> level() {
        return List.of(variant.itemId(), place.id());
    }
}
