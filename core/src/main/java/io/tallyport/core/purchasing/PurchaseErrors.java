package io.tallyport.core.purchasing;

import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;

/** What is refused about orders, and why they wait, as codes to look up. */
public final class PurchaseErrors {

    public static final ErrorCode SKU_NOT_FOUND = new ErrorCode(
            "LS002", "No item at Lightspeed has this SKU", "create the item, or map the SKU to another item");
    public static final ErrorCode NO_SUCH_ORDER =
            new ErrorCode("TP130", "There is no such purchase order", "see the orders with: tallyport po list");
    public static final ErrorCode WRONG_STATE = new ErrorCode(
            "TP131", "The order's state does not allow this", "see where it stands with: tallyport po show ID");
    public static final ErrorCode UNMAPPED = new ErrorCode(
            "TP132",
            "It is not known what this supplier or outlet is at the platform",
            "say it with: tallyport po map CONNECTION supplier NAME REMOTE-ID (or outlet in its place), then: tallyport sync retry ID");
    public static final ErrorCode CHANGED =
            new ErrorCode("TP133", "Somebody else changed the order meanwhile", "look at it again, then do it again");
    public static final ErrorCode BAD_ORDER =
            new ErrorCode("TP134", "The order cannot be as it is written", "mend what is named");
    public static final ErrorCode FOREIGN = new ErrorCode(
            "TP135",
            "The platform has a consignment with this reference that was not made here",
            "call it off there, or change its reference, then: tallyport sync retry ID");
    public static final ErrorCode SEVERAL = new ErrorCode(
            "TP136",
            "The platform has several live consignments for one order",
            "keep the one that is named as linked and call the others off there, then: tallyport sync retry ID");
    public static final ErrorCode GONE = new ErrorCode(
            "TP137",
            "The order's consignment has been deleted or called off at the platform",
            "cancel the order with: tallyport po cancel ID, and make a new one where the goods are still wanted");
    public static final ErrorCode NOT_CARRIED = new ErrorCode(
            "TP138",
            "A change of the order cannot be carried over any more",
            "set the order back to what the platform has, or order what is missing anew");
    public static final ErrorCode CANNOT = new ErrorCode(
            "TP139", "The platform cannot do this by its API", "do it there by hand, or leave it out of the order");
    public static final ErrorCode NOT_TAKEN = new ErrorCode(
            "TP140",
            "The platform does not have the lines that were written to it",
            "compare the order with the consignment there, then: tallyport sync retry ID");
    public static final ErrorCode REFUSED = new ErrorCode(
            "TP141", "The platform refuses the order", "mend what it names, then: tallyport sync retry ID");
    public static final ErrorCode NO_CONSIGNMENTS = new ErrorCode(
            "TP142",
            "The connection cannot keep purchase orders",
            "use a platform that can: tallyport connection test NAME tells what it can do");
    public static final ErrorCode REGRESSED = new ErrorCode(
            "TP143", "The consignment went backwards at the platform", "find out there who reopened it, and why");
    public static final ErrorCode SURPLUS = new ErrorCode(
            "TP144",
            "A second consignment that we had made ourselves was deleted",
            "nothing is to be done; its request had arrived late");
    public static final ErrorCode CHANGED_THERE = new ErrorCode(
            "TP146",
            "Somebody changed the order's lines at the platform",
            "see what differs with: tallyport po discrepancies ID");

    public static final ErrorCode UNREADABLE_FILE = new ErrorCode(
            "TP147",
            "The file of purchase orders cannot be read",
            "see how it must look with: tallyport po import --help");

    public static final ErrorCode KEPT_ELSEWHERE = new ErrorCode(
            "TP173",
            "The purchase orders of this installation are kept by a service of your own",
            "do it in that service; who it is says the setting purchase-orders.kept-by: tallyport config show");
    public static final ErrorCode KEPT_HERE = new ErrorCode(
            "TP174",
            "This installation has purchase orders of its own already",
            "give the service that keeps its own orders an installation, that is a database, of its own");

    private PurchaseErrors() {}

    /** A refusal under one of the codes. */
    public static PortException.Rejected rejected(String operation, ErrorCode code, String message) {
        return new PortException.Rejected(FailureContext.of(operation).withCode(code), message);
    }

    /** That somebody was faster. */
    public static PortException.Conflict changed(String operation, PurchaseOrderId id) {
        return new PortException.Conflict(
                FailureContext.of(operation).withCode(CHANGED), "order " + id + " is not what it was any more");
    }
}
