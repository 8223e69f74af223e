package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The acknowledged figures of a whole route at some twenty-four bytes for each, for a plan that looks at every row: asking
 * the database for them a thousand at a time takes longer than all the rest of such a plan.
 *
 * <p>It knows items by a hash of 64 bits, like {@link SeenItems}: where two of a million fall together, once in tens of
 * millions of plans, one of them is told the other's figure. A figure that is no whole number is not kept, and so counts
 * as news when it is met again.
 */
final class AcknowledgedFigures implements PlanStockSync.Acknowledgements {

    private static final int FIRST_SIZE = 1024;

    /** A power of two in length; 0 is a free place. */
    private long[] places = new long[FIRST_SIZE];

    private long[] figures = new long[FIRST_SIZE];
    private int count;

    void add(Acknowledged level) {
        if (level.quantity().hasFraction()) {
            return;
        }
        put(SeenItems.hash(level.targetItem()), level.quantity().toWholeUnits());
        if (count > places.length / 4 * 3) {
            grow();
        }
    }

    @Override
    public Map<ExternalId, Quantity> of(Set<ExternalId> targetItems) {
        Map<ExternalId, Quantity> known = new HashMap<>();
        for (ExternalId item : targetItems) {
            long hash = SeenItems.hash(item);
            int place = SeenItems.place(places, hash);
            if (places[place] == hash) {
                known.put(item, Quantity.of(figures[place]));
            }
        }
        return known;
    }

    private void put(long hash, long figure) {
        int place = SeenItems.place(places, hash);
        count += places[place] == hash ? 0 : 1;
        places[place] = hash;
        figures[place] = figure;
    }

    private void grow() {
        long[] oldPlaces = places;
        long[] oldFigures = figures;
        places = new long[oldPlaces.length * 2];
        figures = new long[oldPlaces.length * 2];
        count = 0;
        for (int i = 0; i < oldPlaces.length; i++) {
            if (oldPlaces[i] != 0) {
                put(oldPlaces[i], oldFigures[i]);
            }
        }
    }
}
