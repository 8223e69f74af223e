package io.tallyport.persistence;

import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jooq.UniqueKey;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Rows that may be there already.
 *
 * <p>Not the databases' own upserts: what stands for one on H2 casts each value to its column, and so cuts a text that is
 * too long without a word, and lets two who insert at once both try.
 */
final class Upserts {

    private Upserts() {}

    /** Adds a row, or changes those columns that are set in it when there is one with its primary key. */
    static <R extends TableRecord<R>> void put(DSLContext sql, R row) {
        Table<R> table = row.getTable();
        UniqueKey<R> key = Objects.requireNonNull(table.getPrimaryKey(), "every table has a primary key");
        Condition same =
                key.getFields().stream().map(field -> equal(field, row)).reduce(DSL.noCondition(), Condition::and);
        Query update = sql.update(table).set(row).where(same);
        if (update.execute() == 0 && !add(sql.insertInto(table).set(row))) {
            // Somebody added it meanwhile.
            update.execute();
        }
    }

    private static <T> Condition equal(Field<T> field, Record row) {
        return field.eq(row.get(field));
    }

    /** Adds what is inserted; false, and nothing changed, when a key of it is there already. */
    static boolean add(Query insert) {
        try {
            insert.execute();
            return true;
        } catch (DataAccessException failure) {
            if (Failures.isDuplicate(failure)) {
                return false;
            }
            throw failure;
        }
    }
}
