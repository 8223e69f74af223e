package io.tallyport.core.inventory.undo;

import io.tallyport.core.inventory.StockFigure;
import io.tallyport.core.kernel.ExternalId;

/**
 * What a run did to one level over all its writes.
 *
 * @param key what people call the item
 * @param before what it was before the run's first write of it, in whole units
 * @param after what the run's last write set it to, in whole units
 * @param certainty what is known about the writes
 */
record Effect(String key, ExternalId item, StockFigure figure, long before, long after, Certainty certainty) {

    /** What is known about a run's writes of one level. */
    enum Certainty {
        /** All were done, and nothing came between them. */
        CERTAIN,
        /** All were done, and the level was changed by somebody else between them. */
        DISTURBED,
        /** The outcome of one is not known. */
        AMBIGUOUS
    }

    /** The same after a further write of this run. */
    Effect then(long from, long to, Certainty next) {
        Certainty joined = from == after ? Certainty.CERTAIN : Certainty.DISTURBED;
        return new Effect(key, item, figure, before, to, worst(certainty, worst(joined, next)));
    }

    private static Certainty worst(Certainty one, Certainty other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
