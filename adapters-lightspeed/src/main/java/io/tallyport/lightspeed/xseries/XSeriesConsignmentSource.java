package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentAbilities;
import io.tallyport.core.consignment.ConsignmentChanges;
import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads consignments. A reference cannot be asked for, so all consignments of the outlet and kind are read to the empty page;
 * deleted ones are not shown. A change of a line need not give its consignment a new version. Rests on the vendor's API 2.0
 * reference for consignments.
 */
final class XSeriesConsignmentSource implements ConsignmentSource {

    private static final int PLACES = 5;

    private final ConsignmentFeed feed;

    XSeriesConsignmentSource(ConsignmentFeed feed) {
        this.feed = feed;
    }

    @Override
    public ConsignmentAbilities abilities() {
        return new ConsignmentAbilities(
                EnumSet.allOf(ConsignmentKind.class),
                feed.options().bulkLines(),
                true,
                true,
                true,
                true,
                true,
                PLACES,
                PLACES);
    }

    @Override
    public List<ConsignmentHeader> withReference(ConsignmentKind kind, ExternalId outlet, String reference) {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("type", kind.name());
        filters.put("outlet_id", outlet.value());
        Map<ExternalId, ConsignmentHeader> latest = new LinkedHashMap<>();
        VersionPage<ConsignmentWire> page = feed.page(filters, 0);
        while (!page.isEnd()) {
            headers(page).forEach(header -> latest.put(header.id(), header));
            page = feed.page(filters, page.last());
        }
        // The filters of a platform that ignores one would be no filters.
        return latest.values().stream()
                .filter(header -> header.kind() == kind && header.outlet().equals(outlet))
                .filter(header -> header.reference()
                        .filter(one -> one.strip().equals(reference.strip()))
                        .isPresent())
                .toList();
    }

    @Override
    public Optional<Consignment> read(ExternalId id) {
        return feed.one(id).map(this::withLines);
    }

    private Consignment withLines(ObjectNode node) {
        ConsignmentHeader header = header(node);
        boolean settled = header.state().isFinal();
        return new Consignment(header, ConsignmentMapper.lines(feed.lines(header.id()), settled));
    }

    private ConsignmentHeader header(ObjectNode node) {
        ConsignmentWire wire =
                Wire.value(node, ConsignmentWire.class, feed.options().version());
        return ConsignmentMapper.header(wire)
                .orElseThrow(() -> new PortException.Protocol(
                        FailureContext.of(ConsignmentFeed.READ).withCode(XSeriesErrors.UNREADABLE),
                        "a consignment is of type \"" + wire.type() + "\", which is not known here",
                        null));
    }

    @Override
    public ConsignmentChanges changedSince(Optional<Cursor> since) {
        VersionPage<ConsignmentWire> page =
                feed.page(Map.of(), since.map(this::version).orElse(0L));
        return new ConsignmentChanges(headers(page), new Cursor(Long.toString(page.last())), !page.isEnd());
    }

    private long version(Cursor cursor) {
        if (!cursor.value().matches("[0-9]{1,18}")) {
            throw feed.client()
                    .rejected(
                            "consignments.list",
                            XSeriesErrors.REFUSED,
                            "\"" + cursor.value() + "\" is no cursor of X-Series");
        }
        return Long.parseLong(cursor.value());
    }

    private static List<ConsignmentHeader> headers(VersionPage<ConsignmentWire> page) {
        return page.rows().stream()
                .flatMap(wire -> ConsignmentMapper.header(wire).stream())
                .toList();
    }
}
