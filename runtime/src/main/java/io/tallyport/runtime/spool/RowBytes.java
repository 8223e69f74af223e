package io.tallyport.runtime.spool;

import io.tallyport.core.inventory.OrderedLevels;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.kernel.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Levels as bytes, one after the other: the length of what follows in four bytes, flags, key, item where the key is not
 * it, title, figures.
 *
 * <p>Text is written char by char in one to three bytes, as UTF-8 does it for most of them; other than in UTF-8, the
 * order of such bytes is that of {@link String#compareTo} without exception, and no string is changed by it.
 */
final class RowBytes {

    static final int LENGTH_BYTES = 4;
    static final int HAS_SKU = 1;
    static final int TRACKED = 2;
    static final int STOCKING_AT = 2;
    static final int ON_HAND_AT = 4;
    static final int AVAILABLE_AT = 6;
    static final int NONE = 0;
    static final int WHOLE = 1;
    static final int TEXT = 2;
    static final int SAME = 3;

    private static final List<Stocking> STOCKINGS = List.of(Stocking.STOCKED, Stocking.INACTIVE, Stocking.NOT_STOCKED);
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private byte[] bytes;
    private int end;

    RowBytes(int capacity) {
        bytes = new byte[capacity];
    }

    /** The bytes; valid up to {@link #size}, until the next row is added. */
    byte[] bytes() {
        return bytes;
    }

    int size() {
        return end;
    }

    void clear() {
        end = 0;
    }

    /** Adds a row and says where it begins. */
    int add(StockLevel level) {
        int start = end;
        String key = OrderedLevels.key(level);
        int onHand = kind(level.onHand());
        int available = onHand != NONE && level.available().equals(level.onHand()) ? SAME : kind(level.available());
        int flags = (level.sku().isPresent() ? HAS_SKU : 0)
                | (level.tracked() ? TRACKED : 0)
                | (STOCKINGS.indexOf(level.stocking()) << STOCKING_AT)
                | (onHand << ON_HAND_AT)
                | (available << AVAILABLE_AT);
        room(LENGTH_BYTES + 1);
        end += LENGTH_BYTES;
        bytes[end++] = (byte) flags;
        text(key);
        if (level.sku().isPresent()) {
            text(level.item().value());
        }
        text(level.title());
        figure(onHand, level.onHand());
        figure(available, level.available());
        Bytes.putInt(bytes, start, end - start - LENGTH_BYTES);
        return start;
    }

    static Stocking stocking(int flags) {
        return STOCKINGS.get((flags >> STOCKING_AT) & 3);
    }

    private static int kind(Optional<Quantity> figure) {
        return figure.isEmpty() ? NONE : isLong(figure.get().units()) ? WHOLE : TEXT;
    }

    private static boolean isLong(BigDecimal units) {
        if (units.scale() > 0 || units.precision() - units.scale() > 19) {
            return false;
        }
        if (units.precision() - units.scale() < 19) {
            return true;
        }
        BigInteger whole = units.toBigInteger();
        return whole.compareTo(LEAST) >= 0 && whole.compareTo(MOST) <= 0;
    }

    private void figure(int kind, Optional<Quantity> figure) {
        if (kind == WHOLE) {
            long units = figure.orElseThrow().units().longValue();
            number((units << 1) ^ (units >> 63));
        } else if (kind == TEXT) {
            text(figure.orElseThrow().units().toString());
        }
    }

    private void text(String text) {
        int length = text.length();
        room(3 * length + 2 * Bytes.LONGEST_NUMBER);
        // The number of bytes comes first and is known last; nearly always it is the number of chars.
        int at = end;
        int from = at + Bytes.numberLength(length);
        int to = from;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[to++] = (byte) c;
            } else if (c < 0x800) {
                bytes[to++] = (byte) (0xC0 | (c >> 6));
                bytes[to++] = (byte) (0x80 | (c & 0x3F));
            } else {
                bytes[to++] = (byte) (0xE0 | (c >> 12));
                bytes[to++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                bytes[to++] = (byte) (0x80 | (c & 0x3F));
            }
        }
        int written = to - from;
        int moved = Bytes.numberLength(written) + at;
        if (moved != from) {
            System.arraycopy(bytes, from, bytes, moved, written);
        }
        number(written);
        end = moved + written;
    }

    private void number(long value) {
        room(Bytes.LONGEST_NUMBER);
        end = Bytes.putNumber(bytes, end, value);
    }

    private void room(int more) {
        if (bytes.length - end < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + more));
        }
    }
}
