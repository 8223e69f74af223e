package io.tallyport.sandbox.shopify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What setting and adjusting quantities have in common: reasons, documents, and the rows' items and locations. */
final class QuantityRules {

    static final int MOST = 1_000_000_000;
    static final int LEAST = -1_000_000_000;

    private static final List<String> REASONS = List.of(
            "correction",
            "cycle_count_available",
            "damaged",
            "movement_canceled",
            "movement_created",
            "movement_received",
            "movement_updated",
            "other",
            "promotion",
            "quality_control",
            "received",
            "reservation_created",
            "reservation_deleted",
            "reservation_updated",
            "restock",
            "safety_stock",
            "shrinkage");
    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+");

    private final Shop shop;

    QuantityRules(Shop shop) {
        this.shop = shop;
    }

    List<Refusal> header(Arguments input) {
        List<Refusal> refusals = new ArrayList<>();
        if (!REASONS.contains(input.text("reason"))) {
            refusals.add(Refusal.at(
                    List.of("input", "reason"),
                    "The specified reason is invalid. Only the following values are valid: "
                            + String.join(", ", REASONS) + ".",
                    "INVALID_REASON"));
        }
        if (input.textIfGiven("referenceDocumentUri").filter(uri -> !isUri(uri)).isPresent()) {
            refusals.add(Refusal.at(
                    List.of("input", "referenceDocumentUri"),
                    "The specified reference document is invalid.",
                    "INVALID_REFERENCE_DOCUMENT"));
        }
        return refusals;
    }

    static boolean isUri(String text) {
        return URI.matcher(text).matches();
    }

    /** Fails the whole field, as no row says what it is compared with; older versions refuse row by row. */
    static void requireComparison(List<Arguments> rows, String type, Call call) {
        if (call.strict() && rows.stream().anyMatch(row -> !row.has("changeFromQuantity"))) {
            throw new RequestError(
                    "INVALID_FIELD_ARGUMENTS", type + " must include the following argument: changeFromQuantity.");
        }
    }

    /** The rows whose item and location exist; for every other a refusal is added. */
    List<QuantityRow> rows(List<Arguments> inputs, String list, String number, Call call, List<Refusal> refusals) {
        List<QuantityRow> rows = new ArrayList<>(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            Arguments input = inputs.get(i);
            List<String> path = List.of("input", list, String.valueOf(i));
            Optional<Variant> variant = shop.item(Gid.number(input.text("inventoryItemId"), "InventoryItem"));
            Optional<Place> place = shop.place(Gid.number(input.text("locationId"), "Location"));
            if (variant.isPresent() && place.isPresent()) {
                rows.add(new QuantityRow(
                        path,
                        variant.get(),
                        place.get(),
                        input.whole(number),
                        input.wholeIfGiven("changeFromQuantity"),
                        input.textIfGiven("ledgerDocumentUri")));
            }
            unknown(variant, "inventoryItemId", "inventory item", "INVALID_INVENTORY_ITEM", path)
                    .ifPresent(refusals::add);
            unknown(place, "locationId", "location", "INVALID_LOCATION", path).ifPresent(refusals::add);
        }
        if (!call.strict()) {
            rows.stream().filter(row -> !isStocked(row)).map(this::notStocked).forEach(refusals::add);
        }
        return rows;
    }

    private static Optional<Refusal> unknown(
            Optional<?> found, String field, String thing, String code, List<String> path) {
        return found.isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        List.of(path.get(0), path.get(1), path.get(2), field),
                        "The specified " + thing + " could not be found.",
                        code));
    }

    private boolean isStocked(QuantityRow row) {
        return shop.level(row.variant(), row.place())
                .filter(level -> level.state().active())
                .isPresent();
    }

    private Refusal notStocked(QuantityRow row) {
        return Refusal.at(
                row.at("locationId"),
                "The specified inventory item is not stocked at the location.",
                "ITEM_NOT_STOCKED_AT_LOCATION");
    }
}
