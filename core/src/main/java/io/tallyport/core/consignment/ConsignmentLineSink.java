package io.tallyport.core.consignment;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.List;

/**
 * Writes lines of consignments of one connection. Sends, asks the gate and fails as {@link ConsignmentSink} does. Thread-safe.
 */
public interface ConsignmentLineSink {

    /**
     * Adds many lines with one call, at most {@link ConsignmentAbilities#bulkLines()}.
     *
     * <p><b>It accumulates</b>: a line that is there already counts more afterwards, and the same call twice doubles the order.
     * So it is legal only where a read has shown, after every earlier write to the consignment was settled, that none of these
     * products is in it or all of them count zero; and it is never repeated.
     *
     * <p>After an unknown outcome a read that shows every line with exactly these figures proves it. Where a read shows none or
     * some of them it may still land: the consignment is to be left alone until no answer can be under way any more, or to be
     * deleted, since what lands in a deleted one does nothing.
     *
     * @throws UnsupportedOperationException where {@code bulkLines} is 0
     */
    void add(ExternalId consignment, List<LineOrder> lines);

    /**
     * Makes one line say exactly this about the order, whether it was there or not, and leaves what was received alone. Only while
     * the consignment is OPEN or SENT; a later one is a Conflict, and nothing is done.
     *
     * <p>An implementation whose platform takes other calls for a new line than for one that is there looks first, or makes the new
     * line in such a way that doing it twice comes to the same; it may take several calls.
     *
     * <p>After an unknown outcome a read that shows these figures proves it. Repeating the same is harmless; another figure for the
     * same line waits until no answer can be under way any more, since the earlier one could land on top of it.
     */
    void set(ExternalId consignment, LineOrder line);

    /**
     * Makes one line say that so many have been received in all, not so many more. What this makes of the consignment's state is
     * the platform's own affair: a SENT one commonly becomes DISPATCHED. A line that is not there is Rejected.
     *
     * <p>After an unknown outcome a read that shows the quantity proves it; the same applies as for {@link #set}.
     *
     * @param received zero or more
     * @throws UnsupportedOperationException where the platform cannot, see {@link ConsignmentAbilities#receiveLines()}
     */
    void receive(ExternalId consignment, ExternalId product, Quantity received);
}
