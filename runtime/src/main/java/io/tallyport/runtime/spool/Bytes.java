package io.tallyport.runtime.spool;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Numbers and text in arrays of bytes. */
final class Bytes {

    static final int LONGEST_NUMBER = 10;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final char UNREADABLE = '\ufffd';

    private Bytes() {}

    static void putInt(byte[] bytes, int at, int value) {
        INTS.set(bytes, at, value);
    }

    static int getInt(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at);
    }

    static long getLong(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** How many bytes {@link #putNumber} needs: seven bits go into each. */
    static int numberLength(long value) {
        return value == 0 ? 1 : (70 - Long.numberOfLeadingZeros(value)) / 7;
    }

    /** Writes a number, small ones short, and says where it ends. */
    static int putNumber(byte[] bytes, int at, long value) {
        int to = at;
        long left = value;
        while ((left & ~0x7FL) != 0) {
            bytes[to++] = (byte) ((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        bytes[to++] = (byte) left;
        return to;
    }

    static long getNumber(byte[] bytes, int at) {
        int from = at;
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[from++];
            value |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    /** The text that {@link RowBytes} wrote. */
    static String text(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        // What UTF-8 does not take, a half of a pair, is read by hand; so is the sign that really stands for it.
        return text.indexOf(UNREADABLE) < 0 ? text : charByChar(bytes, from, length);
    }

    private static String charByChar(byte[] bytes, int from, int length) {
        StringBuilder text = new StringBuilder(length);
        int at = from;
        while (at < from + length) {
            int first = bytes[at++] & 0xFF;
            if (first < 0x80) {
                text.append((char) first);
            } else if (first < 0xE0) {
                text.append((char) (((first & 0x1F) << 6) | (bytes[at++] & 0x3F)));
            } else {
                text.append((char) (((first & 0x0F) << 12) | ((bytes[at++] & 0x3F) << 6) | (bytes[at++] & 0x3F)));
            }
        }
        return text.toString();
    }

    /** Sixty-four bits that two different texts share about never: for a million of them, once in thirty million. */
    static long hash(byte[] bytes, int from, int length) {
        long hash = length * 0x9E3779B97F4A7C15L;
        int at = from;
        int end = from + length;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = mix(hash ^ getLong(bytes, at));
        }
        long rest = 0;
        for (; at < end; at++) {
            rest = (rest << 8) | (bytes[at] & 0xFF);
        }
        return mix(hash ^ rest);
    }

    /** The last steps of MurmurHash3, by which every bit of the input moves half of the output's. */
    private static long mix(long value) {
        long mixed = value;
        mixed = (mixed ^ (mixed >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }
}
