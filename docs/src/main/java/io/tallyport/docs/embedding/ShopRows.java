package io.tallyport.docs.embedding;

import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.ConsignmentStatus;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.OrderHold;
import io.tallyport.core.purchasing.PurchaseLine;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.PurchaseState;
import io.tallyport.core.purchasing.RemoteLink;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The shop's tables, and what stands in which column. Times and figures are text: nothing of them is rounded or moved. */
final class ShopRows {

    /** A binary collation: a number is the same only when every letter is. */
    private static final String KIND = " ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin";

    /** What the shop's own migrations make; an index serves the look for what is due, one the way back from a consignment. */
    static final List<String> TABLES = List.of(
            "CREATE TABLE shop_purchases (seq BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, order_no VARCHAR(40) NOT NULL UNIQUE,"
                    + " pos VARCHAR(40) NOT NULL, order_kind VARCHAR(20) NOT NULL, supplier VARCHAR(190) NOT NULL,"
                    + " outlet VARCHAR(190) NOT NULL, note VARCHAR(190) NOT NULL, buyer VARCHAR(255) NOT NULL,"
                    + " created_at VARCHAR(40) NOT NULL, approved_by VARCHAR(255), revision BIGINT NOT NULL,"
                    + " status VARCHAR(20) NOT NULL, due BOOLEAN NOT NULL, hold_code VARCHAR(20), hold_reason LONGTEXT,"
                    + " hold_since VARCHAR(40), remote_id VARCHAR(255), remote_state VARCHAR(30), remote_word VARCHAR(100),"
                    + " regressed BOOLEAN, remote_read VARCHAR(40), deleted_at VARCHAR(40), changed_at VARCHAR(40) NOT NULL)"
                    + KIND,
            "CREATE INDEX ix_shop_purchases_due ON shop_purchases (due, seq)",
            "CREATE INDEX ix_shop_purchases_remote ON shop_purchases (remote_id)",
            "CREATE TABLE shop_purchase_lines (order_no VARCHAR(40) NOT NULL, line_no INT NOT NULL, sku VARCHAR(255) NOT NULL,"
                    + " quantity VARCHAR(60) NOT NULL, cost VARCHAR(60), received VARCHAR(60) NOT NULL,"
                    + " carried_item VARCHAR(255), carried_quantity VARCHAR(60), carried_cost VARCHAR(60),"
                    + " PRIMARY KEY (order_no, line_no))" + KIND,
            "CREATE TABLE shop_purchase_years (order_year INT NOT NULL PRIMARY KEY, last_no BIGINT NOT NULL)" + KIND);

    static final String INSERT = "INSERT INTO shop_purchases (order_no, pos, order_kind, supplier, outlet, note, buyer,"
            + " created_at, revision, status, due, hold_code, hold_reason, hold_since, remote_id, remote_state, remote_word,"
            + " regressed, remote_read, deleted_at, changed_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    static final String UPDATE = "UPDATE shop_purchases SET revision = ?, status = ?, due = ?, hold_code = ?,"
            + " hold_reason = ?, hold_since = ?, remote_id = ?, remote_state = ?, remote_word = ?, regressed = ?,"
            + " remote_read = ?, deleted_at = ?, changed_at = ? WHERE order_no = ? AND revision = ?";

    static final String INSERT_LINE =
            "INSERT INTO shop_purchase_lines (order_no, line_no, sku, quantity, cost, received,"
                    + " carried_item, carried_quantity, carried_cost) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    static final String CLEAR_LINES = "DELETE FROM shop_purchase_lines WHERE order_no = ?";

    static final String COUNT_UP = "INSERT INTO shop_purchase_years (order_year, last_no) VALUES (?, 1)"
            + " ON DUPLICATE KEY UPDATE last_no = last_no + 1";

    static final String LAST_NUMBER = "SELECT last_no FROM shop_purchase_years WHERE order_year = ?";

    private ShopRows() {}

    /** An order and where it stands in the list. */
    record Row(long seq, PurchaseOrder order) {}

    static void bind(PreparedStatement statement, List<Optional<?>> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i).orElse(null));
        }
    }

    static List<Optional<?>> all(PurchaseOrder order) {
        List<Optional<?>> values = new ArrayList<>(List.of(
                Optional.of(order.id().value()),
                Optional.of(order.connection().value()),
                Optional.of(order.kind().name()),
                Optional.of(order.source()),
                Optional.of(order.outlet()),
                Optional.of(order.note()),
                Optional.of(order.createdBy()),
                Optional.of(order.createdAt().toString())));
        values.addAll(changing(order));
        return values;
    }

    static List<Optional<?>> changing(PurchaseOrder order) {
        return List.of(
                Optional.of(order.revision()),
                Optional.of(order.state().name()),
                Optional.of(order.syncDue()),
                order.hold().map(OrderHold::code),
                order.hold().map(OrderHold::reason),
                order.hold().map(hold -> hold.since().toString()),
                order.link().map(link -> link.consignment().value()),
                order.link().map(link -> link.status().state().name()),
                order.link().map(link -> link.status().raw()),
                order.link().map(RemoteLink::regressed),
                order.link().map(link -> link.readAt().toString()),
                order.deletedAt().map(Instant::toString),
                Optional.of(order.changedAt().toString()));
    }

    static List<Optional<?>> line(PurchaseOrderId id, int number, PurchaseLine line) {
        return List.of(
                Optional.of(id.value()),
                Optional.of(number),
                Optional.of(line.sku().value()),
                Optional.of(line.ordered().toString()),
                line.cost().map(UnitCost::toString),
                Optional.of(line.received().toString()),
                line.carried().map(seen -> seen.product().value()),
                line.carried().map(seen -> seen.ordered().toString()),
                line.carried().flatMap(LineOrder::cost).map(UnitCost::toString));
    }

    static Row read(ResultSet row, List<PurchaseLine> lines) throws SQLException {
        PurchaseOrder order = new PurchaseOrder(
                new PurchaseOrderId(row.getString("order_no")),
                row.getLong("revision"),
                new ConnectionId(row.getString("pos")),
                ConsignmentKind.valueOf(row.getString("order_kind")),
                row.getString("supplier"),
                row.getString("outlet"),
                row.getString("note"),
                lines,
                PurchaseState.valueOf(row.getString("status")),
                row.getBoolean("due"),
                hold(row),
                link(row),
                time(row, "deleted_at"),
                row.getString("buyer"),
                Instant.parse(row.getString("created_at")),
                Instant.parse(row.getString("changed_at")));
        return new Row(row.getLong("seq"), order);
    }

    private static Optional<OrderHold> hold(ResultSet row) throws SQLException {
        Optional<String> code = text(row, "hold_code");
        if (code.isEmpty()) {
            return Optional.empty();
        }
        Instant since = time(row, "hold_since").orElseThrow();
        return Optional.of(new OrderHold(code.get(), row.getString("hold_reason"), since));
    }

    private static Optional<RemoteLink> link(ResultSet row) throws SQLException {
        Optional<String> id = text(row, "remote_id");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        ConsignmentState state = ConsignmentState.valueOf(row.getString("remote_state"));
        return Optional.of(new RemoteLink(
                new ExternalId(id.get()),
                new ConsignmentStatus(state, row.getString("remote_word")),
                row.getBoolean("regressed"),
                time(row, "remote_read").orElseThrow()));
    }

    static PurchaseLine line(ResultSet row) throws SQLException {
        Optional<String> item = text(row, "carried_item");
        Optional<LineOrder> carried = Optional.empty();
        if (item.isPresent()) {
            carried = Optional.of(new LineOrder(
                    new ExternalId(item.get()),
                    Quantity.parse(row.getString("carried_quantity")),
                    text(row, "carried_cost").map(UnitCost::parse)));
        }
        return new PurchaseLine(
                new Sku(row.getString("sku")),
                Quantity.parse(row.getString("quantity")),
                text(row, "cost").map(UnitCost::parse),
                Quantity.parse(row.getString("received")),
                carried);
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return text(row, column).map(Instant::parse);
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
