package io.tallyport.cli;

import io.tallyport.core.inventory.MergeFigures;
import io.tallyport.core.kernel.Quantity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reckoning of a merge's row as it is shown. */
record MergeView(
        @Nullable String acknowledgedSource,
        @Nullable String acknowledgedTarget,
        String deltaSource,
        String deltaTarget,
        String owedToSource,
        String owedToTarget,
        String toSource,
        String toTarget) {

    static MergeView of(MergeFigures figures) {
        return new MergeView(
                text(figures.acknowledgedSource()),
                text(figures.acknowledgedTarget()),
                figures.deltaSource().toString(),
                figures.deltaTarget().toString(),
                figures.owedToSource().toString(),
                figures.owedToTarget().toString(),
                figures.toSource().toString(),
                figures.toTarget().toString());
    }

    private static @Nullable String text(Optional<Quantity> quantity) {
        return quantity.map(Quantity::toString).orElse(null);
    }
}
