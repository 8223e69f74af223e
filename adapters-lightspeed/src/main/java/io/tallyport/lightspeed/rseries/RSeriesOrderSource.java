package io.tallyport.lightspeed.rseries;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentAbilities;
import io.tallyport.core.consignment.ConsignmentChanges;
import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads purchase orders. Their number can be asked for, their status is read off their dates. A change of a line alone need not
 * be told by {@link #changedSince}. Rests on the vendor's pages endpoints/order and endpoints/orderline.
 */
final class RSeriesOrderSource implements ConsignmentSource {

    /** Enough for one answer, unless all that came changed in one second. */
    private static final int PART = 500;

    private static final int PLACES = 4;

    private final OrderFeed feed;

    RSeriesOrderSource(OrderFeed feed) {
        this.feed = feed;
    }

    /** Checking goods in, so that they are in stock, is done by a person. */
    @Override
    public ConsignmentAbilities abilities() {
        return new ConsignmentAbilities(
                Set.of(ConsignmentKind.SUPPLIER), 0, true, true, true, true, false, PLACES, PLACES);
    }

    @Override
    public List<ConsignmentHeader> withReference(ConsignmentKind kind, ExternalId outlet, String reference) {
        if (kind != ConsignmentKind.SUPPLIER) {
            return List.of();
        }
        return feed.numbered(outlet, reference.strip()).stream()
                .map(OrderMapper::header)
                .filter(header -> header.outlet().equals(outlet))
                .filter(header ->
                        header.reference().filter(reference.strip()::equals).isPresent())
                .toList();
    }

    @Override
    public Optional<Consignment> read(ExternalId id) {
        return feed.one(id).map(wire -> {
            ConsignmentHeader header = OrderMapper.header(wire);
            return new Consignment(
                    header, OrderMapper.lines(feed.lines(id), header.state().isFinal()));
        });
    }

    /** Times are of one second, so what was told of the last second is remembered, and told again only where it changed. */
    @Override
    public ConsignmentChanges changedSince(Optional<Cursor> since) {
        OrderCursor from = since.map(OrderCursor::of).orElse(OrderCursor.START);
        OrderCursor at = from;
        List<ConsignmentHeader> headers = new ArrayList<>();
        Optional<Cursor> page = Optional.empty();
        boolean more = true;
        boolean first = true;
        while (more && (first || headers.size() < PART || at.second().equals(from.second()))) {
            RSeriesPages.Rows<OrderWire> rows = feed.changed(from.second(), page);
            for (OrderWire wire : rows.rows()) {
                ConsignmentHeader header = OrderMapper.header(wire);
                if (!from.told(header)) {
                    headers.add(header);
                }
                at = at.after(header);
            }
            page = rows.next();
            more = page.isPresent();
            first = false;
        }
        return new ConsignmentChanges(headers, at.stored(), more);
    }
}
