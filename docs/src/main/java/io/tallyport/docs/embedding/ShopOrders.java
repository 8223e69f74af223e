package io.tallyport.docs.embedding;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.Page;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.purchasing.OrderDraft;
import io.tallyport.core.purchasing.OrderFilter;
import io.tallyport.core.purchasing.PurchaseLine;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.PurchaseOrderStore;
import io.tallyport.runtime.OwnTables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A shop's own purchase orders, in the shop's own tables, as Tallyport is to see them.
 *
 * <p>It says what it does to {@link OwnTables}: where the tables stand in Tallyport's database those are Tallyport's transactions. The
 * kit that Tallyport's own store has to pass, {@code PurchaseOrderStoreContract} in the tests of {@code tallyport-core}, runs over this
 * one, too.
 */
public final class ShopOrders implements PurchaseOrderStore {

    private static final int PAGE = 100;

    private final OwnTables tables;

    public ShopOrders(OwnTables tables) {
        this.tables = tables;
    }

    @Override
    public PurchaseOrder add(OrderDraft draft, String actor, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        return tables.call("add shop order", connection -> {
            PurchaseOrderId id = draft.id().isPresent() ? draft.id().get() : next(connection, at);
            PurchaseOrder order = PurchaseOrder.of(id, draft, actor, at);
            try (PreparedStatement insert = connection.prepareStatement(ShopRows.INSERT)) {
                ShopRows.bind(insert, ShopRows.all(order));
                insert.executeUpdate();
            } catch (SQLIntegrityConstraintViolationException taken) {
                throw new PortException.Conflict(
                        FailureContext.of("add shop order"), "there is a shop order " + id + " already");
            }
            addLines(connection, order);
            return order;
        });
    }

    /** The row of the year is locked until the order is there: who asks meanwhile waits, and gets the next number. */
    private static PurchaseOrderId next(Connection connection, Instant now) throws SQLException {
        int year = now.atOffset(ZoneOffset.UTC).getYear();
        PurchaseOrderId id;
        do {
            try (PreparedStatement count = connection.prepareStatement(ShopRows.COUNT_UP);
                    PreparedStatement read = connection.prepareStatement(ShopRows.LAST_NUMBER)) {
                count.setInt(1, year);
                count.executeUpdate();
                read.setInt(1, year);
                id = PurchaseOrderId.of(year, number(read));
            }
        } while (find(connection, id).isPresent());
        return id;
    }

    @Override
    public Optional<PurchaseOrder> find(PurchaseOrderId id) {
        return tables.call("find shop order", connection -> find(connection, id));
    }

    private static Optional<PurchaseOrder> find(Connection connection, PurchaseOrderId id) throws SQLException {
        return read(connection, "order_no = ?", List.of(Optional.of(id.value()))).stream()
                .map(ShopRows.Row::order)
                .findFirst();
    }

    /** The revision in the WHERE is the compare-and-set: of two who saw the same order one finds no row. */
    @Override
    public Optional<PurchaseOrder> replace(PurchaseOrder order, Instant now) {
        PurchaseOrder stored = order.stored(order.revision() + 1, now.truncatedTo(ChronoUnit.MICROS));
        return tables.call("change shop order", connection -> {
            try (PreparedStatement update = connection.prepareStatement(ShopRows.UPDATE);
                    PreparedStatement clear = connection.prepareStatement(ShopRows.CLEAR_LINES)) {
                List<Optional<?>> values = new ArrayList<>(ShopRows.changing(stored));
                values.add(Optional.of(order.id().value()));
                values.add(Optional.of(order.revision()));
                ShopRows.bind(update, values);
                if (update.executeUpdate() != 1) {
                    return Optional.empty();
                }
                clear.setString(1, order.id().value());
                clear.executeUpdate();
            }
            addLines(connection, stored);
            return Optional.of(stored);
        });
    }

    private static void addLines(Connection connection, PurchaseOrder order) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ShopRows.INSERT_LINE)) {
            for (int i = 0; i < order.lines().size(); i++) {
                ShopRows.bind(
                        insert, ShopRows.line(order.id(), i + 1, order.lines().get(i)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public Page<PurchaseOrder> list(OrderFilter filter, Optional<Cursor> cursor) {
        ShopFilter which = ShopFilter.of(filter);
        long after = cursor.map(at -> Long.parseLong(at.value())).orElse(0L);
        return tables.call("list shop orders", connection -> {
            List<Optional<?>> values = new ArrayList<>(which.values());
            values.add(Optional.of(after));
            List<ShopRows.Row> rows =
                    read(connection, which.sql() + " AND seq > ? ORDER BY seq LIMIT " + (PAGE + 1), values);
            List<PurchaseOrder> orders =
                    rows.stream().limit(PAGE).map(ShopRows.Row::order).toList();
            return rows.size() > PAGE
                    ? Page.withNext(
                            orders, new Cursor(Long.toString(rows.get(PAGE - 1).seq())))
                    : Page.last(orders, count(connection, which));
        });
    }

    private static long count(Connection connection, ShopFilter which) throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement("SELECT COUNT(*) FROM shop_purchases WHERE " + which.sql())) {
            ShopRows.bind(count, which.values());
            return number(count);
        }
    }

    private static long number(PreparedStatement query) throws SQLException {
        try (ResultSet one = query.executeQuery()) {
            one.next();
            return one.getLong(1);
        }
    }

    private static List<ShopRows.Row> read(Connection connection, String where, List<Optional<?>> values)
            throws SQLException {
        List<ShopRows.Row> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM shop_purchases WHERE " + where)) {
            ShopRows.bind(select, values);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(ShopRows.read(found, lines(connection, found.getString("order_no"))));
                }
            }
        }
        return rows;
    }

    private static List<PurchaseLine> lines(Connection connection, String number) throws SQLException {
        List<PurchaseLine> lines = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT * FROM shop_purchase_lines WHERE order_no = ? ORDER BY line_no")) {
            select.setString(1, number);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    lines.add(ShopRows.line(found));
                }
            }
        }
        return lines;
    }
}
