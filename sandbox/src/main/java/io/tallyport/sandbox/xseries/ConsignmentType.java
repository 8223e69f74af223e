package io.tallyport.sandbox.xseries;

import java.util.Arrays;
import java.util.Optional;

/** The four kinds of consignments: the right that writing one asks for, and which status may follow which. */
enum ConsignmentType {
    /** An order at a supplier. */
    SUPPLIER(
            "stock_order",
            "OPEN",
            "OPEN>SENT OPEN>CANCELLED SENT>DISPATCHED SENT>CANCELLED DISPATCHED>RECEIVED DISPATCHED>CANCELLED"),
    /** A transfer between outlets. */
    OUTLET("stock_transfer", "OPEN", "OPEN>SENT OPEN>CANCELLED SENT>RECEIVED SENT>CANCELLED"),
    /** Goods back to a supplier. */
    RETURN("stock_order", "OPEN", "OPEN>SENT OPEN>CANCELLED"),
    /** A count; what it lists is added by a background task once it is in progress. */
    STOCKTAKE(
            "inventory_count",
            "STOCKTAKE_SCHEDULED",
            "STOCKTAKE>STOCKTAKE_IN_PROGRESS STOCKTAKE>CANCELLED STOCKTAKE>CLOSED"
                    + " STOCKTAKE_SCHEDULED>STOCKTAKE_IN_PROGRESS STOCKTAKE_SCHEDULED>CANCELLED"
                    + " STOCKTAKE_SCHEDULED>CLOSED STOCKTAKE_IN_PROGRESS>CANCELLED STOCKTAKE_IN_PROGRESS>CLOSED"
                    + " STOCKTAKE_IN_PROGRESS_PROCESSED>STOCKTAKE_COMPLETE"
                    + " STOCKTAKE_IN_PROGRESS_PROCESSED>CANCELLED STOCKTAKE_IN_PROGRESS_PROCESSED>CLOSED");

    private final String right;
    private final String first;
    private final String steps;

    ConsignmentType(String right, String first, String steps) {
        this.right = right;
        this.first = first;
        this.steps = " " + steps + " ";
    }

    static Optional<ConsignmentType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** The scope that writing asks for. */
    String scope() {
        return "consignments:write:" + right;
    }

    /** The status of a new one unless another is asked for. */
    String first() {
        return first;
    }

    /** Whether a new one may be of that status; an order that is on its way, or has arrived, cannot be made. */
    boolean creatable(String status) {
        return status.equals(first)
                || (this == STOCKTAKE && status.equals("STOCKTAKE"))
                || (this != STOCKTAKE && status.equals("SENT"));
    }

    boolean mayFollow(String from, String to) {
        return steps.contains(" " + from + ">" + to + " ");
    }
}
