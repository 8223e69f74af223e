package io.tallyport.core.purchasing;

import java.util.Optional;

/**
 * One row of a file of orders, as text. Rows with the same order are one order.
 *
 * @param number which row, from 1, for people
 * @param order a number that the order brings, or any name that holds its rows together
 * @param ownNumber whether {@code order} is to be the order's number; else it gets one of ours
 * @param kind empty for SUPPLIER
 * @param source supplier, or the sending outlet
 * @param cost empty for none
 */
public record OrderRow(
        int number,
        String order,
        boolean ownNumber,
        Optional<String> kind,
        String source,
        String outlet,
        String note,
        String sku,
        String quantity,
        Optional<String> cost) {}
