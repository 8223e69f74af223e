package io.tallyport.sandbox.shopify;

import io.tallyport.sandbox.http.FaultKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code inventorySetQuantities} and {@code inventoryAdjustQuantities}: every row or none.
 *
 * <p>A stale comparison is reported once with the path of the row and once without, by turns: Shopify was seen to do
 * both.
 */
final class QuantityChanges {

    private static final Set<String> SETTABLE = Set.of("available", "on_hand");
    private static final Set<String> ADJUSTABLE =
            Set.of("available", "damaged", "incoming", "quality_control", "reserved", "safety_stock");

    private final Shop shop;
    private final QuantityRules rules;
    private final AtomicLong groups = new AtomicLong(5_300_000_000_000L);
    private final AtomicLong stales = new AtomicLong();

    QuantityChanges(Shop shop) {
        this.shop = shop;
        this.rules = new QuantityRules(shop);
    }

    Payload<AdjustmentGroup> set(Arguments input, Call call) {
        List<Arguments> inputs = input.inputs("quantities");
        QuantityRules.requireComparison(inputs, "InventoryQuantityInput", call);
        List<Refusal> refusals = rules.header(input);
        String name = input.text("name");
        if (!SETTABLE.contains(name)) {
            refusals.add(Refusal.at(
                    List.of("input", "name"),
                    "The quantity name must be either 'available' or 'on_hand'.",
                    "INVALID_NAME"));
        }
        List<QuantityRow> rows = rules.rows(inputs, "quantities", "quantity", call, refusals);
        rows.forEach(row -> bounds(row, name).ifPresent(refusals::add));
        refusals.addAll(duplicates(rows));
        if (!call.strict()) {
            refusals.addAll(uncompared(inputs));
        }
        return refusals.isEmpty() ? apply(input, rows, name, true, call) : Payload.refused(refusals);
    }

    Payload<AdjustmentGroup> adjust(Arguments input, Call call) {
        List<Arguments> inputs = input.inputs("changes");
        QuantityRules.requireComparison(inputs, "InventoryChangeInput", call);
        List<Refusal> refusals = rules.header(input);
        String name = input.text("name");
        if (!ADJUSTABLE.contains(name)) {
            refusals.add(Refusal.at(
                    List.of("input", "name"), "The specified quantity name is invalid.", "INVALID_QUANTITY_NAME"));
        }
        List<QuantityRow> rows = rules.rows(inputs, "changes", "delta", call, refusals);
        rows.forEach(row -> ledger(row, name).ifPresent(refusals::add));
        return refusals.isEmpty() ? apply(input, rows, name, false, call) : Payload.refused(refusals);
    }

    /** The answer to a replay that finds its own success in the way. */
    Payload<AdjustmentGroup> stale(Arguments input, String list) {
        return Payload.refused(List.of(stale(List.of("input", list, "0", "changeFromQuantity"), nextHasField())));
    }

    private Payload<AdjustmentGroup> apply(
            Arguments input, List<QuantityRow> rows, String name, boolean absolute, Call call) {
        return shop.atomically(() -> {
            if (!rows.isEmpty() && call.takeFault(FaultKind.STALE)) {
                orderOne(rows.get(0));
            }
            StockDraft draft = new StockDraft(shop);
            List<Refusal> refusals = new ArrayList<>();
            List<QuantityRow> stale = new ArrayList<>();
            for (QuantityRow row : rows) {
                if (draft.isStale(row, name)) {
                    stale.add(row);
                }
                long delta = absolute ? (long) row.number() - draft.stock(row).of(name) : row.number();
                tooMuch(row, name, draft.stock(row), delta, absolute).ifPresent(refusals::add);
                if (refusals.isEmpty()) {
                    draft.change(row, name, (int) delta);
                }
            }
            refusals.addAll(stale(stale));
            return refusals.isEmpty()
                    ? Payload.done(draft.apply(groups.incrementAndGet(), input))
                    : Payload.refused(refusals);
        });
    }

    private void orderOne(QuantityRow row) {
        Level level = shop.levelOrNew(row.variant(), row.place());
        level.become(level.stock().plus("available", -1).plus("committed", 1), shop.now());
    }

    private List<Refusal> stale(List<QuantityRow> rows) {
        boolean field = !rows.isEmpty() && nextHasField();
        return rows.stream()
                .map(row -> stale(row.at("changeFromQuantity"), field))
                .toList();
    }

    private boolean nextHasField() {
        return stales.getAndIncrement() % 2 == 0;
    }

    private static Refusal stale(List<String> path, boolean withField) {
        String message = "The changeFromQuantity argument no longer matches the persisted quantity.";
        return new Refusal(withField ? Optional.of(path) : Optional.empty(), message, "CHANGE_FROM_QUANTITY_STALE");
    }

    private static Optional<Refusal> bounds(QuantityRow row, String name) {
        if (row.number() > QuantityRules.MOST) {
            return Optional.of(Refusal.at(
                    row.at("quantity"),
                    "The quantity can't be higher than 1,000,000,000.",
                    "INVALID_QUANTITY_TOO_HIGH"));
        }
        if (row.number() < 0 && name.equals("on_hand")) {
            return Optional.of(
                    Refusal.at(row.at("quantity"), "The quantity can't be negative.", "INVALID_QUANTITY_NEGATIVE"));
        }
        return row.number() < QuantityRules.LEAST
                ? Optional.of(Refusal.at(
                        row.at("quantity"),
                        "The quantity can't be lower than -1,000,000,000.",
                        "INVALID_QUANTITY_TOO_LOW"))
                : Optional.empty();
    }

    private static Optional<Refusal> tooMuch(QuantityRow row, String name, Stock stock, long delta, boolean absolute) {
        long after = stock.of(name) + delta;
        long least = name.equals("available") || absolute ? QuantityRules.LEAST : 0;
        String code = after > QuantityRules.MOST
                ? "INVALID_QUANTITY_TOO_HIGH"
                : after < least ? "INVALID_QUANTITY_TOO_LOW" : "";
        return code.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        row.at(absolute ? "quantity" : "delta"),
                        "The quantity can't be " + (after < least ? "lower than " + least : "higher than 1000000000")
                                + ".",
                        code));
    }

    private static List<Refusal> duplicates(List<QuantityRow> rows) {
        Set<List<Long>> seen = new HashSet<>();
        return rows.stream()
                .filter(row -> !seen.add(row.level()))
                .map(row -> Refusal.at(
                        row.at("locationId"),
                        "The combination of inventoryItemId and locationId must be unique.",
                        "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR"))
                .toList();
    }

    private static List<Refusal> uncompared(List<Arguments> inputs) {
        return inputs.stream().allMatch(row -> row.has("changeFromQuantity"))
                ? List.of()
                : List.of(Refusal.at(
                        List.of("input", "quantities"),
                        "The compareQuantity argument must be given to each quantity or ignored using ignoreCompareQuantity.",
                        "COMPARE_QUANTITY_REQUIRED"));
    }

    private static Optional<Refusal> ledger(QuantityRow row, String name) {
        Optional<String> uri = row.ledgerDocumentUri();
        if (name.equals("available")) {
            return uri.map(given -> Refusal.at(
                    row.at("ledgerDocumentUri"),
                    "A ledger document URI is not allowed when adjusting available.",
                    "INVALID_AVAILABLE_DOCUMENT"));
        }
        if (uri.isEmpty()) {
            return Optional.of(Refusal.at(
                    row.at("ledgerDocumentUri"),
                    "A ledger document URI is required except when adjusting available.",
                    "INVALID_QUANTITY_DOCUMENT"));
        }
        return QuantityRules.isUri(uri.get())
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        row.at("ledgerDocumentUri"),
                        "The specified ledger document is invalid.",
                        "INVALID_LEDGER_DOCUMENT"));
    }
}
