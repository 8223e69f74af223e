package io.tallyport.lightspeed.rseries;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.remote.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls about purchase orders (vendor pages endpoints/order and endpoints/orderline). Thread-safe. */
final class OrderFeed {

    private static final String ORDER = "Order";
    private static final String LINE = "OrderLine";
    private static final int NOT_FOUND = 404;

    private final RSeriesPages pages;

    OrderFeed(RSeriesPages pages) {
        this.pages = pages;
    }

    /** Orders whose number begins so, put-away ones included. */
    List<OrderWire> numbered(ExternalId shop, String beginning) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("shopID", shop.value());
        parameters.put("refNum", "~," + beginning + "%");
        parameters.put("archived", "true");
        return pages.each("Order.list", 1, ORDER, parameters, PageWire::orders).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Orders in the order of their changes, put-away ones included. */
    RSeriesPages.Rows<OrderWire> changed(Optional<String> since, Optional<Cursor> cursor) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("sort", "timeStamp");
        parameters.put("archived", "true");
        parameters.put("limit", RSeriesPages.LIMIT);
        since.ifPresent(time -> parameters.put("timeStamp", ">=," + time));
        return pages.page("Order.changes", 1, ORDER, parameters, cursor, PageWire::orders);
    }

    Optional<OrderWire> one(ExternalId id) {
        if (!id.value().matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        try {
            return pages.one("Order.get", ORDER, id, PageWire::orders).stream().findFirst();
        } catch (PortException.Rejected refused) {
            if (refused.context().vendorStatus().orElse(0) == NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    List<OrderWire.Line> lines(ExternalId order) {
        return lines(Map.of("orderID", order.value()));
    }

    /** An item may stand in several. */
    List<OrderWire.Line> lines(ExternalId order, ExternalId item) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("orderID", order.value());
        parameters.put("itemID", item.value());
        return lines(parameters);
    }

    private List<OrderWire.Line> lines(Map<String, String> parameters) {
        return pages.each("OrderLine.list", 1, LINE, parameters, PageWire::orderLines).stream()
                .flatMap(List::stream)
                .toList();
    }

    ExternalId create(OrderWire.New order) {
        return pages.writeOnce(
                "Order.create",
                (api, url) -> api.create(url, order),
                ORDER,
                Optional.empty(),
                page -> id(page.orders().stream().findFirst().map(OrderWire::orderID)));
    }

    void order(ExternalId order, String date) {
        pages.writeOnce(
                "Order.order",
                (api, url) -> api.change(url, new OrderWire.Ordered(date)),
                ORDER,
                Optional.of(order),
                page -> page);
    }

    void archive(ExternalId order) {
        pages.writeOnce("Order.archive", RSeriesApi::delete, ORDER, Optional.of(order), page -> page);
    }

    /** The new line's id. */
    ExternalId addLine(OrderWire.Change line) {
        return pages.writeOnce(
                "OrderLine.create",
                (api, url) -> api.create(url, line),
                LINE,
                Optional.empty(),
                page -> id(page.orderLines().stream().findFirst().map(OrderWire.Line::orderLineID)));
    }

    void changeLine(ExternalId line, OrderWire.Change change) {
        pages.writeOnce(
                "OrderLine.change", (api, url) -> api.change(url, change), LINE, Optional.of(line), page -> page);
    }

    PortException.Rejected refused(String operation, ErrorCode code, String message) {
        return new PortException.Rejected(context(operation, code), message);
    }

    PortException.Conflict conflict(String operation, String message) {
        return new PortException.Conflict(context(operation, LightspeedErrors.ORDER_MOVED), message);
    }

    private FailureContext context(String operation, ErrorCode code) {
        return FailureContext.of(operation).on(pages.connection()).withCode(code);
    }

    private static ExternalId id(Optional<String> id) {
        return id.filter(text -> !text.isBlank())
                .map(ExternalId::new)
                .orElseThrow(() ->
                        Problem.unreadable("what was made came without id").asException());
    }
}
