package io.tallyport.shopify;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a read by bulk operation goes on: at which operation, and where in its file.
 *
 * @param location the number of the location that is read; another one would be read from the wrong file
 * @param starts how often an operation was started for this read
 * @param looks how often the operation was not finished, or had no place
 * @param rows how many rows of the file have been read
 * @param position the byte where the next row begins
 * @param leftOut as in {@link LevelsCursor}
 * @param seenUpTo as in {@link LevelsCursor}
 * @param operation the operation's id; empty before it has been started
 */
record BulkCursor(
        String location,
        int starts,
        int looks,
        long rows,
        long position,
        long leftOut,
        long seenUpTo,
        String operation) {

    private static final Pattern SHAPE = Pattern.compile("bulk:([0-9]{1,20}):([0-9]{1,9}):([0-9]{1,9}):([0-9]{1,18})"
            + ":([0-9]{1,18}):([0-9]{1,18}):([0-9]{1,18}):(gid://shopify/BulkOperation/[0-9]{1,20})?");

    static BulkCursor begin(String location) {
        return new BulkCursor(location, 0, 0, 0, 0, 0, 0, "");
    }

    /** Reads what {@link #value()} wrote; empty for anything else. */
    static Optional<BulkCursor> parse(String value) {
        Matcher parts = SHAPE.matcher(value);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(new BulkCursor(
                parts.group(1),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                Long.parseLong(parts.group(4)),
                Long.parseLong(parts.group(5)),
                Long.parseLong(parts.group(6)),
                Long.parseLong(parts.group(7)),
                Optional.ofNullable(parts.group(8)).orElse("")));
    }

    String value() {
        return "bulk:" + location + ":" + starts + ":" + looks + ":" + rows + ":" + position + ":" + leftOut + ":"
                + seenUpTo + ":" + operation;
    }

    boolean isStarted() {
        return !operation.isEmpty();
    }

    /** At the beginning of a new operation's file. */
    BulkCursor startedAs(String id) {
        return new BulkCursor(location, starts + 1, 0, 0, 0, 0, 0, id);
    }

    /** Before a new operation. */
    BulkCursor startingAgain() {
        return new BulkCursor(location, starts, 0, 0, 0, 0, 0, "");
    }

    BulkCursor lookedAt() {
        return new BulkCursor(location, starts, looks + 1, rows, position, leftOut, seenUpTo, operation);
    }

    BulkCursor movedTo(long row, long at, VariantRows end) {
        return new BulkCursor(location, starts, looks, row, at, end.leftOut(), end.seenUpTo(), operation);
    }
}
