package io.tallyport.sandbox.rseries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads and writes Shop, Item, ItemShop and what is bought; called with the store's monitor held. */
final class Entities {

    private final RSeriesStore store;
    private final ItemWrites writes;
    private final Purchases purchases;

    Entities(RSeriesStore store) {
        this.store = store;
        this.writes = new ItemWrites(store);
        this.purchases = new Purchases(store);
    }

    ObjectNode answer(SandboxRequest request, Target target, Optional<FaultKind> fault) {
        String entity = target.entity().orElse("");
        if (Purchases.ENTITIES.contains(entity)) {
            return purchases.answer(request, target, fault);
        }
        if (target.below().isPresent()) {
            throw unknown(entity);
        }
        if (target.list()) {
            require(request.method().equals("GET"), entity, request);
            return switch (entity) {
                case "Item" -> list(request, entity, Schema.ITEMS, store.itemTable, Rendering::item, fault);
                case "ItemShop" ->
                    list(request, entity, Schema.ITEM_SHOPS, store.itemShopTable, plain(Rendering::itemShop), fault);
                case "InventoryLog" ->
                    list(
                            request,
                            entity,
                            Schema.INVENTORY_LOGS,
                            store.log.table,
                            plain(Rendering::inventoryLog),
                            fault);
                case "Shop" -> list(request, entity, Schema.SHOPS, store.shopTable, plain(Rendering::shop), fault);
                default -> throw unknown(entity);
            };
        }
        require(!entity.equals("InventoryLog"), entity, request);
        long id = target.id().orElseThrow();
        boolean put = request.method().equals("PUT");
        require((put && !entity.equals("Shop")) || request.method().equals("GET"), entity, request);
        return switch (entity) {
            case "Item" -> one(entity, item(request, found(store.item(id), entity, id), put));
            case "ItemShop" -> one(entity, itemShop(request, found(store.itemShop(id), entity, id), put));
            case "Shop" -> one(entity, Rendering.shop(found(store.shop(id), entity, id)));
            default -> throw unknown(entity);
        };
    }

    /** Lets a till sell one of what a write is about to set; false where the request is no such write. */
    boolean disturb(SandboxRequest request, Target target) {
        return request.method().equals("PUT")
                && target.entity().filter("Item"::equals).isPresent()
                && target.id()
                        .flatMap(store::item)
                        .filter(item -> writes.disturb(item, request.body()))
                        .isPresent();
    }

    private ObjectNode item(SandboxRequest request, ItemRow item, boolean put) {
        Set<Relation> relations =
                request.parameter("load_relations").map(Relation::parse).orElse(EnumSet.noneOf(Relation.class));
        if (put) {
            writes.update(item, request.body());
        }
        return Rendering.item(item, relations);
    }

    private ObjectNode itemShop(SandboxRequest request, ItemShopRow row, boolean put) {
        if (put) {
            writes.update(row, request.body());
        }
        return Rendering.itemShop(row);
    }

    static <R> ObjectNode list(
            SandboxRequest request,
            String entity,
            QueryReader<R> reader,
            Table<R> table,
            BiFunction<R, Set<Relation>, ObjectNode> rendering,
            Optional<FaultKind> fault) {
        ListQuery<R> query = reader.read(request);
        ObjectNode answer = Json.object();
        if (query.countOnly()) {
            answer.putObject("@attributes").put("count", Long.toString(table.count(query)));
            return answer;
        }
        Page<R> page =
                fault.filter(FaultKind.DUPLICATE_PAGE::equals).isPresent() ? table.repeated(query) : table.page(query);
        answer.putObject("@attributes")
                .put(
                        "next",
                        page.next()
                                .map(to -> Links.to(request, "after", to, query))
                                .orElse(""))
                .put(
                        "previous",
                        page.previous()
                                .map(to -> Links.to(request, "before", to, query))
                                .orElse(""));
        List<R> rows = page.rows();
        if (fault.filter(FaultKind.TRUNCATED_PAGE::equals).isPresent()) {
            rows = rows.subList(0, rows.size() - (rows.size() + 2) / 3);
        }
        Rendering.rows(
                answer,
                entity,
                rows.stream()
                        .map(row -> rendering.apply(row, query.relations()))
                        .toList());
        return answer;
    }

    static ObjectNode one(String entity, ObjectNode row) {
        ObjectNode answer = Json.object();
        answer.putObject("@attributes");
        answer.set(entity, row);
        return answer;
    }

    static <R> BiFunction<R, Set<Relation>, ObjectNode> plain(Function<R, ObjectNode> rendering) {
        return (row, none) -> rendering.apply(row);
    }

    private static <R> R found(Optional<R> row, String entity, long id) {
        return row.orElseThrow(() -> new Refusal(404, entity + " " + id + " does not exist."));
    }

    private static Refusal unknown(String entity) {
        return new Refusal(404, "Unknown entity '" + entity + "'.");
    }

    private static void require(boolean allowed, String entity, SandboxRequest request) {
        if (!allowed) {
            throw new Refusal(405, request.method() + " is not possible on " + entity + ".");
        }
    }
}
