package io.tallyport.core.inventory;

import io.tallyport.core.connection.MergePolicy;
import io.tallyport.core.connection.Route;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.util.List;

/** What merges refuse, as codes to look up. */
public final class MergeErrors {

    public static final ErrorCode NO_ADJUSTER = new ErrorCode(
            "TP090",
            "The connection cannot change levels by differences, so MERGE_DELTAS is not possible with it",
            "use a POS that can, set it up for it (its README says how), or use SOURCE_WINS");
    public static final ErrorCode NOT_A_MERGE = new ErrorCode(
            "TP091",
            "The route does not merge, so it has neither a baseline nor open writes of a merge",
            "see its policy with: tallyport route show NAME");
    public static final ErrorCode NOT_OPEN = new ErrorCode(
            "TP092",
            "No merge has an open write of this name",
            "see the open ones with: tallyport stock unsettled ROUTE");
    public static final ErrorCode PROVABLE = new ErrorCode(
            "TP093",
            "The platform may still tell what became of this write",
            "sync the route again, which asks it; settle by hand only what stays AMBIGUOUS");

    public static final ErrorCode NO_KEYS = new ErrorCode(
            "TP094",
            "The target of a merge must remember write keys",
            "use Shopify as the target and the POS as the source");

    public static final ErrorCode BOTH_SELL = new ErrorCode(
            "TP095",
            "On a route that merges, an undo or a push would be carried to the other side as a sale",
            "correct the figures at one side by hand, and the next sync carries the difference to the other");

    private MergeErrors() {}

    /** All of them, for the documentation. */
    public static List<ErrorCode> all() {
        return List.of(NO_ADJUSTER, NOT_A_MERGE, NOT_OPEN, PROVABLE, NO_KEYS, BOTH_SELL);
    }

    static PortException.Rejected noAdjuster(ConnectionId connection) {
        return new PortException.Rejected(
                FailureContext.of("open route").on(connection).withCode(NO_ADJUSTER),
                "connection \"" + connection + "\" has no StockAdjuster");
    }

    /** Settling a lost answer at the target rests on its keys. */
    static InventorySink keyed(InventorySink sink, ConnectionId connection) {
        if (sink.proof().isPresent()) {
            throw new PortException.Rejected(
                    FailureContext.of("open route").on(connection).withCode(NO_KEYS),
                    "connection \"" + connection + "\" remembers no keys");
        }
        return sink;
    }

    /** What sets figures of one side alone is not for a merge: each change there is owed to the other side. */
    static void checkNoMerge(Route route, String operation) {
        if (route.policy().merge() == MergePolicy.MERGE_DELTAS) {
            throw PlanErrors.rejected(operation, BOTH_SELL, "route \"" + route.id() + "\" is under MERGE_DELTAS");
        }
    }

    static void checkMerge(Route route) {
        if (route.policy().merge() != MergePolicy.MERGE_DELTAS) {
            throw PlanErrors.rejected(
                    "merge",
                    NOT_A_MERGE,
                    "route \"" + route.id() + "\" is under " + route.policy().merge());
        }
    }
}
