package io.tallyport.shopify;

import io.tallyport.core.kernel.Cursor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a read of all levels goes on, and how many variants it has left out so far: the total counts what is left.
 *
 * @param leftOut variants of archived products, and further variants of an inventory item on the same page
 * @param seenUpTo the greatest number of a variant so far
 * @param after Shopify's own cursor; null at the beginning
 */
record LevelsCursor(long leftOut, long seenUpTo, @Nullable String after) {

    static final LevelsCursor START = new LevelsCursor(0, 0, null);

    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,18}):([0-9]{1,18}):(.+)", Pattern.DOTALL);

    /** Reads what {@link #cursor()} wrote. */
    static LevelsCursor parse(Cursor cursor) {
        Matcher parts = SHAPE.matcher(cursor.value());
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a cursor of this read");
        }
        return new LevelsCursor(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), parts.group(3));
    }

    LevelsCursor movedTo(String next) {
        return new LevelsCursor(leftOut, seenUpTo, next);
    }

    Cursor cursor() {
        return new Cursor(leftOut + ":" + seenUpTo + ":" + after);
    }
}
