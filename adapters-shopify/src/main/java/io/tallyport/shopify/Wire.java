package io.tallyport.shopify;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shapes that go over the wire; a part that the schema promises and the answer lacks fails the reading. */
final class Wire {

    private Wire() {}

    /** The body of every request. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Request(String query, Object variables) {}

    record PageInfo(Boolean hasNextPage, @Nullable String endCursor) {
        PageInfo {
            Objects.requireNonNull(hasNextPage, "hasNextPage");
        }
    }

    record Connection<T>(List<T> nodes, PageInfo pageInfo) {
        Connection {
            Objects.requireNonNull(nodes, "nodes");
            Objects.requireNonNull(pageInfo, "pageInfo");
        }

        /** The cursor of the next page; a cursor that does not move would never end. */
        Optional<String> next(@Nullable String after) {
            if (!pageInfo.hasNextPage()) {
                return Optional.empty();
            }
            String end = pageInfo.endCursor();
            if (end == null || end.equals(after)) {
                throw ShopifyClient.unreadable("there is a next page, and no cursor leads to it");
            }
            return Optional.of(end);
        }
    }

    record Figure(String name, @Nullable BigDecimal quantity) {
        Figure {
            Objects.requireNonNull(name, "name");
        }
    }

    record Level(
            @JsonProperty("isActive") Boolean active,
            List<Figure> quantities,
            @Nullable Item item) {
        Level {
            Objects.requireNonNull(active, "isActive");
            Objects.requireNonNull(quantities, "quantities");
        }
    }

    record Item(
            String id,
            @Nullable String sku,
            Boolean tracked,
            @Nullable Level inventoryLevel) {
        Item {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(tracked, "tracked");
        }
    }

    record Product(@Nullable String title, String status) {
        Product {
            Objects.requireNonNull(status, "status");
        }

        boolean archived() {
            return status.equals("ARCHIVED");
        }
    }

    record Variant(String id, @Nullable String title, Product product, Item inventoryItem) {
        Variant {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(product, "product");
            Objects.requireNonNull(inventoryItem, "inventoryItem");
        }

        /** What the listing is sorted by: the digits at the end of the id; 0 where there are none. */
        long number() {
            String digits = id.substring(id.lastIndexOf('/') + 1);
            return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
        }
    }

    record Place(
            String id,
            String name,
            @JsonProperty("isActive") Boolean active) {
        Place {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(active, "isActive");
        }
    }

    record LocationId(String id) {}

    record LevelsData(@Nullable LocationId location, Connection<Variant> productVariants) {
        LevelsData {
            Objects.requireNonNull(productVariants, "productVariants");
        }
    }

    record LocationLevels(String id, Connection<Level> inventoryLevels) {
        LocationLevels {
            Objects.requireNonNull(inventoryLevels, "inventoryLevels");
        }
    }

    record ChangedData(@Nullable LocationLevels location) {}

    record NodesData(@Nullable LocationId location, List<@Nullable Item> nodes) {
        NodesData {
            Objects.requireNonNull(nodes, "nodes");
        }

        /** The items that there are; unknown ids stand as null. */
        Stream<Item> items() {
            return nodes.stream().flatMap(Stream::ofNullable);
        }
    }

    record Count(Long count, String precision) {
        Count {
            Objects.requireNonNull(count, "count");
            Objects.requireNonNull(precision, "precision");
        }

        boolean isExact() {
            return precision.equals("EXACT");
        }
    }

    record SizeData(@Nullable LocationId location, @Nullable Count productVariantsCount) {}

    record LocationsData(Connection<Place> locations) {
        LocationsData {
            Objects.requireNonNull(locations, "locations");
        }
    }

    record Shop(String name) {
        Shop {
            Objects.requireNonNull(name, "name");
        }
    }

    record Scope(String handle) {
        Scope {
            Objects.requireNonNull(handle, "handle");
        }
    }

    record Installation(List<Scope> accessScopes) {
        Installation {
            Objects.requireNonNull(accessScopes, "accessScopes");
        }

        Set<String> handles() {
            return accessScopes.stream().map(Scope::handle).collect(Collectors.toSet());
        }
    }

    record CheckData(Shop shop, Installation currentAppInstallation) {
        CheckData {
            Objects.requireNonNull(shop, "shop");
            Objects.requireNonNull(currentAppInstallation, "currentAppInstallation");
        }
    }

    record UserError(
            @Nullable List<String> field,
            String message,
            @Nullable String code) {
        UserError {
            Objects.requireNonNull(message, "message");
        }

        String path() {
            return field == null ? "" : String.join(".", field);
        }
    }

    record Group(@Nullable String id) {
        Optional<String> reference() {
            return Optional.ofNullable(id);
        }
    }

    record SetPayload(@Nullable Group inventoryAdjustmentGroup, List<UserError> userErrors) {
        SetPayload {
            Objects.requireNonNull(userErrors, "userErrors");
        }
    }

    record SetData(SetPayload inventorySetQuantities) {
        SetData {
            Objects.requireNonNull(inventorySetQuantities, "inventorySetQuantities");
        }
    }

    record ActivatePayload(@Nullable Level inventoryLevel, List<UserError> userErrors) {
        ActivatePayload {
            Objects.requireNonNull(userErrors, "userErrors");
        }
    }

    record ActivateData(ActivatePayload inventoryActivate) {
        ActivateData {
            Objects.requireNonNull(inventoryActivate, "inventoryActivate");
        }
    }
}
