package io.tallyport.sandbox.rseries;

import java.math.BigDecimal;

/**
 * One change of what a shop has of an item.
 *
 * @param employeeId 1 for the one who authorized the API, 2 for the one at the till
 * @param saleId 0 for a change that no sale caused
 * @param causedNegative whether the level fell below zero by it
 */
record InventoryLogRow(
        long inventoryLogId,
        ItemRow item,
        int shopId,
        BigDecimal qohChange,
        String reason,
        int employeeId,
        long saleId,
        boolean causedNegative,
        long createTime) {}
