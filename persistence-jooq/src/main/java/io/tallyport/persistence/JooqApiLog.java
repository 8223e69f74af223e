package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.API_LOG;

import io.tallyport.core.history.ApiCall;
import io.tallyport.core.history.ApiLog;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.persistence.schema.tables.records.ApiLogRecord;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal of remote calls, stored outside of any unit of work: a call was made, whatever becomes of its unit. */
final class JooqApiLog implements ApiLog {

    private static final Logger LOG = LoggerFactory.getLogger(JooqApiLog.class);

    private final Transactions transactions;

    JooqApiLog(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void record(ApiCall call) {
        try {
            ApiLogRecord row = row(call);
            transactions.apart(
                    "record remote call",
                    sql -> sql.insertInto(API_LOG).set(row).execute());
        } catch (RuntimeException failure) {
            LOG.warn("a call of {} could not be added to the log of remote calls", call.operation(), failure);
        }
    }

    @Override
    public List<ApiCall> recent(int limit) {
        return transactions.call(
                "read remote calls",
                sql -> sql.selectFrom(API_LOG)
                        .orderBy(API_LOG.SEQ.desc())
                        .limit(limit)
                        .fetch(JooqApiLog::call));
    }

    private static ApiLogRecord row(ApiCall call) {
        ApiLogRecord row = new ApiLogRecord();
        row.setCalledAt(call.at());
        row.setConnectionId(call.connection().value());
        row.setOperation(fitting(API_LOG.OPERATION, call.operation()));
        row.setMethod(fitting(API_LOG.METHOD, call.method()));
        row.setPath(fitting(API_LOG.PATH, call.path()));
        row.setStatus(call.status().isPresent() ? call.status().getAsInt() : null);
        row.setTookMicros(call.took().toNanos() / 1000);
        row.setRequestId(
                call.requestId().map(id -> fitting(API_LOG.REQUEST_ID, id)).orElse(null));
        row.setError(call.error().map(error -> fitting(API_LOG.ERROR, error)).orElse(null));
        return row;
    }

    /** Cut to what the column holds, never through the middle of a character. */
    private static String fitting(Field<String> column, String text) {
        int length = column.getDataType().length();
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, length));
    }

    private static ApiCall call(ApiLogRecord row) {
        Integer status = row.getStatus();
        return new ApiCall(
                row.getCalledAt(),
                new ConnectionId(row.getConnectionId()),
                row.getOperation(),
                row.getMethod(),
                row.getPath(),
                status == null ? OptionalInt.empty() : OptionalInt.of(status),
                Duration.of(row.getTookMicros(), ChronoUnit.MICROS),
                Optional.ofNullable(row.getRequestId()),
                Optional.ofNullable(row.getError()));
    }
}
