package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_JOBS;

import io.tallyport.core.job.JobGroup;
import io.tallyport.core.job.JobState;
import io.tallyport.core.job.NewJob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Param;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Adds jobs that wait for nothing, many in one statement.
 *
 * <p>jOOQ writes the statement for a number of rows once; for a thousand values, writing it anew takes ten times as long as the
 * database does. Rows are cut into a few sizes, so that there are few statements to keep.
 */
final class QueueInsert {

    private static final int[] SIZES = {500, 100, 20, 5, 1};

    private static final List<Field<?>> COLUMNS = List.of(
            QUEUE_JOBS.STATE,
            QUEUE_JOBS.ENQUEUED_AT,
            QUEUE_JOBS.SORT_AT,
            QUEUE_JOBS.AVAILABLE_AT,
            QUEUE_JOBS.PLACE,
            QUEUE_JOBS.TYPE,
            QUEUE_JOBS.PRIORITY,
            QUEUE_JOBS.VERSION,
            QUEUE_JOBS.HEAD_START,
            QUEUE_JOBS.GROUP_NAME,
            QUEUE_JOBS.GROUP_LIMIT,
            QUEUE_JOBS.TAGS,
            QUEUE_JOBS.MAX_ATTEMPTS,
            QUEUE_JOBS.PAYLOAD);

    private static final Map<Statement, String> WRITTEN = new ConcurrentHashMap<>();

    /** From how many rows on the time is asked for once: to reckon it anew in each row costs more than asking. */
    private static final int MANY = 5;

    private record Statement(SQLDialect dialect, int rows, boolean told) {}

    private QueueInsert() {}

    /** Their ids, in their order. */
    static List<Long> all(QueueTx tx, List<NewJob> jobs) {
        OptionalLong now = jobs.size() < MANY
                ? OptionalLong.empty()
                : OptionalLong.of(tx.sql().select(tx.now()).fetchSingle().value1());
        List<Long> ids = new ArrayList<>(jobs.size());
        while (ids.size() < jobs.size()) {
            List<NewJob> rest = jobs.subList(ids.size(), jobs.size());
            int some = size(rest.size());
            String statement = statement(tx, some, now.isPresent());
            ids.addAll(
                    tx.sql().connectionResult(connection -> some(connection, statement, now, rest.subList(0, some))));
        }
        return ids;
    }

    private static int size(int rest) {
        for (int size : SIZES) {
            if (size <= rest) {
                return size;
            }
        }
        return 1;
    }

    private static String statement(QueueTx tx, int rows, boolean told) {
        // A clock that is set by hand is a value in the statement.
        return tx.now() instanceof Param && !told
                ? written(tx, rows, false)
                : WRITTEN.computeIfAbsent(
                        new Statement(tx.sql().dialect(), rows, told), any -> written(tx, rows, told));
    }

    private static String written(QueueTx tx, int rows, boolean told) {
        List<Object> row = new ArrayList<>();
        row.add(DSL.inline(JobState.PENDING.name()));
        row.add(told ? time("now") : tx.now());
        row.add(told ? time("rank") : tx.now().plus(time("offset")));
        row.add(told ? time("available") : tx.now().plus(time("delay")));
        COLUMNS.stream().skip(row.size()).forEach(column -> row.add(DSL.param(column.getName(), column.getDataType())));
        InsertValuesStepN<?> insert = tx.sql().insertInto(QUEUE_JOBS, COLUMNS);
        for (int i = 0; i < rows; i++) {
            insert = insert.values(row);
        }
        return insert.returningResult(QUEUE_JOBS.ID).getSQL();
    }

    private static Param<Long> time(String name) {
        return DSL.param(name, SQLDataType.BIGINT);
    }

    private static List<Long> some(Connection connection, String sql, OptionalLong now, List<NewJob> jobs)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Values values = new Values(statement, now);
            for (NewJob job : jobs) {
                values.add(job);
            }
            List<Long> ids = new ArrayList<>(jobs.size());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        }
    }

    /** Binds the values of one row after the other, in the order of the columns. */
    private static final class Values {
        private final PreparedStatement statement;
        private final OptionalLong now;
        private int last;

        private Values(PreparedStatement statement, OptionalLong now) {
            this.statement = statement;
            this.now = now;
        }

        private void add(NewJob job) throws SQLException {
            long headStart = QueueTime.micros(job.priority().headStart());
            long delay = QueueTime.micros(job.delay());
            boolean ready = job.delay().isZero();
            if (now.isPresent()) {
                number(now.getAsLong());
            }
            number(now.orElse(0) + (ready ? -headStart : delay));
            number(now.orElse(0) + delay);
            number(ready ? QueuePlace.READY : QueuePlace.LATER);
            text(job.type());
            number(QueueRows.number(job.priority()));
            number(job.version());
            number(headStart);
            text(job.group().map(JobGroup::name).orElse(null));
            number(job.group().map(JobGroup::limit).orElse(0));
            text(QueueRows.tags(job.tags()));
            number(job.maxAttempts());
            text(job.payload());
        }

        private void number(long value) throws SQLException {
            last++;
            statement.setLong(last, value);
        }

        private void text(@Nullable String value) throws SQLException {
            last++;
            statement.setString(last, value);
        }
    }
}
