package io.tallyport.core.purchasing.sync;

import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.steps.Made;
import io.tallyport.core.consignment.steps.Step;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.purchasing.PurchaseLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Tells whether what stands at a consignment comes from a write of ours: one that was made after the line was last seen to be right, one
 * that arrived later than it was waited for, or many lines at once that did so on top of another figure.
 */
record OwnFigures(OrderWrites writes, ExternalId consignment) implements BiPredicate<PurchaseLine, ConsignmentLine> {

    @Override
    public boolean test(PurchaseLine line, ConsignmentLine there) {
        List<Made> made = writes.all()
                .filter(one -> one.isAbout(consignment) && !one.isRefused())
                .filter(one -> one.step() == Step.SET_LINE || one.step() == Step.ADD_LINES)
                .filter(one -> one.note().line(there.product()).isPresent())
                .toList();
        List<LineOrder> figures = figures(made, line, there.product());
        boolean written = figures.stream().anyMatch(figure -> figure.isIn(there));
        return written
                || made.stream()
                        .filter(one -> one.mayStillArrive() && one.step() == Step.ADD_LINES)
                        .flatMap(one -> one.note().line(there.product()).stream())
                        .anyMatch(added -> figures.stream()
                                .anyMatch(figure ->
                                        figure.ordered().plus(added.ordered()).equals(there.ordered())));
    }

    /** What was last seen to stand there, what was written after that, and what may have arrived at any time. */
    private static List<LineOrder> figures(List<Made> made, PurchaseLine line, ExternalId product) {
        List<LineOrder> figures = new ArrayList<>();
        List<LineOrder> since = new ArrayList<>();
        for (Made one : made) {
            LineOrder figure = one.note().line(product).orElseThrow();
            // One that did not come about may say the same as what was seen before it, and proves nothing.
            if (one.isApplied() && line.carried().filter(figure::equals).isPresent()) {
                since.clear();
            }
            since.add(figure);
            if (one.mayStillArrive()) {
                figures.add(figure);
            }
        }
        line.carried().ifPresent(figures::add);
        figures.addAll(since);
        return figures;
    }
}
