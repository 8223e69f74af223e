package io.tallyport.core.inventory.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reader of a validation must know beside its rows. */
record ValidationNotes(ValidateRoute.Request request, LoneRows products, long unseen) {

    List<String> all() {
        List<String> notes = new ArrayList<>();
        notes.add(
                request.top().isEmpty()
                        ? "No sales are known here: rows come by difference, the largest first. A list of what sells"
                                + " best puts its SKUs first."
                        : "Rows come in the order of the given list of what sells best, then by difference.");
        if (request.kind().readsProducts()) {
            side(products.source(), "source", notes);
            side(products.target(), "target", notes);
            if (unseen > 0) {
                notes.add(
                        unseen + " pairs were not compared but for their stock, since one of them came or went between"
                                + " the reads.");
            }
        }
        if (request.kind().checks().contains(Check.PRICES)) {
            notes.add("Prices may be apart by " + request.tolerance() + ".");
        }
        return notes;
    }

    private void side(Optional<ProductRead> read, String side, List<String> notes) {
        if (read.isEmpty()) {
            notes.add("The platform of the " + side + " does not tell products: nothing but stock was compared.");
            return;
        }
        boolean prices = request.kind().checks().contains(Check.PRICES);
        if (prices && read.get().untold() > 0) {
            notes.add(read.get().untold() + " of the " + side + "'s "
                    + read.get().extent().items()
                    + " variants came without a price, which was not compared; where the platform does not tell its"
                    + " currency, set the connection's option currency.");
        }
    }
}
