package io.tallyport.remote;

import io.tallyport.core.kernel.Cursor;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Where a read goes on, with the platform's time that the read will hand over at its end: so the time survives when the
 * read is resumed from a stored cursor.
 *
 * @param mark for a read of everything, the platform's time before it began; for one of changes, the newest change seen
 * @param rest the platform's own cursor, or what the adapter makes of it
 */
public record MarkedCursor(Instant mark, String rest) {

    private static final char BETWEEN = '|';

    /** What {@link #cursor()} wrote; empty for anything else. */
    public static Optional<MarkedCursor> parse(Cursor cursor) {
        String value = cursor.value();
        int end = value.indexOf(BETWEEN);
        if (end < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MarkedCursor(Instant.parse(value.substring(0, end)), value.substring(end + 1)));
        } catch (DateTimeParseException notOurs) {
            return Optional.empty();
        }
    }

    public Cursor cursor() {
        return new Cursor(mark + String.valueOf(BETWEEN) + rest);
    }
}
