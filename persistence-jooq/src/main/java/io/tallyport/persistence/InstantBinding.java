package io.tallyport.persistence;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an Instant as DATETIME(6) in UTC, cut to the microsecond.
 *
 * <p>It goes through {@link LocalDateTime} both ways and never through {@link java.sql.Timestamp}, which reads a time in
 * the JVM's own zone and so moves one that daylight saving skips there. Public because generated code names it.
 */
public final class InstantBinding implements Binding<LocalDateTime, Instant> {

    private static final long serialVersionUID = 1L;
    private static final String TYPE = " as datetime(6))";

    /** For jOOQ. */
    public InstantBinding() {}

    @Override
    public Converter<LocalDateTime, Instant> converter() {
        return Converter.ofNullable(
                LocalDateTime.class, Instant.class, time -> time.toInstant(ZoneOffset.UTC), InstantBinding::utc);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    @Override
    public void sql(BindingSQLContext<Instant> context) {
        if (context.render().paramType() == ParamType.INLINED) {
            context.render().visit(DSL.inline(context.convert(converter()).value()));
        } else {
            // A placeholder of our own: jOOQ's for a LocalDateTime would be bound by its way through Timestamp. It has
            // a
            // type, since H2 cannot guess one in the selects that stand for an upsert.
            context.render().sql("cast(").sql(context.variable()).sql(TYPE);
        }
    }

    @Override
    public void register(BindingRegisterContext<Instant> context) throws SQLException {
        throw unsupported();
    }

    @Override
    public void set(BindingSetStatementContext<Instant> context) throws SQLException {
        PreparedStatement statement = context.statement();
        Instant value = context.value();
        statement.setObject(context.index(), value == null ? null : utc(value));
    }

    @Override
    public void get(BindingGetResultSetContext<Instant> context) throws SQLException {
        ResultSet rows = context.resultSet();
        context.value(instant(rows.getObject(context.index(), LocalDateTime.class)));
    }

    @Override
    public void get(BindingGetStatementContext<Instant> context) throws SQLException {
        CallableStatement statement = context.statement();
        context.value(instant(statement.getObject(context.index(), LocalDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    @Override
    public void set(BindingSetSQLOutputContext<Instant> context) throws SQLException {
        throw unsupported();
    }

    @Override
    public void get(BindingGetSQLInputContext<Instant> context) throws SQLException {
        throw unsupported();
    }

    private static SQLException unsupported() {
        return new SQLFeatureNotSupportedException("no procedures and no user-defined types are used");
    }
}
