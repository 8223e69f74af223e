package io.tallyport.persistence;

import static org.jooq.impl.DSL.name;

import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What a database takes on the disk, in its own words. */
final class DatabaseSize {

    private static final String CATALOGUE = "information_schema";
    private static final Field<Long> DATA = DSL.field(name("data_length"), SQLDataType.BIGINT);
    private static final Field<Long> INDEXES = DSL.field(name("index_length"), SQLDataType.BIGINT);
    private static final Field<String> SCHEMA = DSL.field(name("table_schema"), SQLDataType.VARCHAR);
    private static final Field<String> SETTING = DSL.field(name("setting_name"), SQLDataType.VARCHAR);
    private static final Field<String> VALUE = DSL.field(name("setting_value"), SQLDataType.VARCHAR);

    private DatabaseSize() {}

    static OptionalLong of(Dialect dialect, DSLContext sql) {
        return dialect == Dialect.H2 ? h2(sql) : mariadb(sql);
    }

    /** H2 tells the size of its file in bytes, and nothing for a database in memory. */
    private static OptionalLong h2(DSLContext sql) {
        return sql.select(VALUE)
                .from(DSL.table(name(CATALOGUE, "settings")))
                .where(SETTING.eq("info.FILE_SIZE"))
                .fetchOptional(VALUE)
                .map(size -> OptionalLong.of(Long.parseLong(size)))
                .orElse(OptionalLong.empty());
    }

    /** Pages of tables and indexes as InnoDB's statistics have them, which lag a little. */
    private static OptionalLong mariadb(DSLContext sql) {
        return sql.select(DSL.sum(DATA.plus(INDEXES)))
                .from(DSL.table(name(CATALOGUE, "tables")))
                .where(SCHEMA.eq(DSL.currentSchema()))
                .fetchOptional()
                .map(row -> row.value1() == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(row.value1().longValue()))
                .orElse(OptionalLong.empty());
    }
}
