package io.tallyport.lightspeed.rseries;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A list of rows of one kind; no row: the key is missing; one row: an object instead of a list. */
record PageWire(
        @JsonProperty("@attributes") @Nullable AttributesWire attributes,
        @JsonProperty("Account") @Nullable List<AccountWire> accountRows,
        @JsonProperty("Shop") @Nullable List<ShopWire> shopRows,
        @JsonProperty("Item") @Nullable List<ItemWire> itemRows,
        @JsonProperty("ItemShop") @Nullable List<ItemShopWire> itemShopRows,
        @JsonProperty("InventoryLog") @Nullable List<InventoryLogWire> inventoryLogRows,
        @JsonProperty("Order") @Nullable List<OrderWire> orderRows,
        @JsonProperty("OrderLine") @Nullable List<OrderWire.Line> orderLineRows,
        @JsonProperty("Vendor") @Nullable List<VendorWire> vendorRows) {

    /** An account that the token opens. */
    record AccountWire(@Nullable String accountID, @Nullable String name) {}

    /** Somebody who sells to the account. */
    record VendorWire(
            @Nullable String vendorID,
            @Nullable String name,
            @Nullable String archived) {}

    /** A shop. */
    record ShopWire(
            @Nullable String shopID,
            @Nullable String name,
            @Nullable String archived) {}

    List<AccountWire> accounts() {
        return present(accountRows);
    }

    List<ShopWire> shops() {
        return present(shopRows);
    }

    List<ItemWire> items() {
        return present(itemRows);
    }

    List<ItemShopWire> itemShops() {
        return present(itemShopRows);
    }

    List<InventoryLogWire> inventoryLogs() {
        return present(inventoryLogRows);
    }

    List<VendorWire> vendors() {
        return present(vendorRows);
    }

    List<OrderWire> orders() {
        return present(orderRows);
    }

    List<OrderWire.Line> orderLines() {
        return present(orderLineRows);
    }

    /** Empty on the last page. */
    Optional<String> next() {
        return Optional.ofNullable(attributes).map(AttributesWire::next).filter(url -> !url.isBlank());
    }

    Optional<String> count() {
        return Optional.ofNullable(attributes).map(AttributesWire::count);
    }

    static <R> List<R> present(@Nullable List<R> rows) {
        return rows == null ? List.of() : rows.stream().filter(Objects::nonNull).toList();
    }
}
