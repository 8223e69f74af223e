package io.tallyport.shopify;

import io.tallyport.core.inventory.Reason;
import io.tallyport.core.inventory.SetOutcome.LineProblem;
import io.tallyport.core.inventory.StockWrite;
import io.tallyport.core.kernel.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the lines that Shopify cannot even read: it would refuse the whole request without naming the line. What it can
 * read, it judges itself.
 */
final class ImpossibleLines {

    private ImpossibleLines() {}

    static List<LineProblem> of(StockWrite write) {
        List<LineProblem> problems = new ArrayList<>();
        boolean noLocation = !Gid.LOCATION.fits(write.location());
        for (int at = 0; at < write.lines().size(); at++) {
            StockWrite.Line line = write.lines().get(at);
            if (noLocation) {
                problems.add(problem(at, Reason.LOCATION_GONE, ShopifyErrors.UNKNOWN_LOCATION));
            } else if (!Gid.INVENTORY_ITEM.fits(line.item())) {
                problems.add(problem(at, Reason.ITEM_GONE, ShopifyErrors.UNKNOWN_ITEM));
            } else if (!isInt(line.to()) || !isInt(line.from())) {
                problems.add(problem(at, Reason.OUT_OF_RANGE, ShopifyErrors.INVALID_DATA));
            }
        }
        return problems;
    }

    private static boolean isInt(long units) {
        return units == (int) units;
    }

    private static LineProblem problem(int line, Reason reason, ErrorCode code) {
        return new LineProblem(line, reason, code, code.meaning());
    }
}
