package io.tallyport.runtime.spool;

import io.tallyport.core.inventory.ReadPoint;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.Cursor;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/** Checkpoints as bytes. */
final class SpoolPoints {

    private static final int MOST_TEXT = 1 << 24;

    private SpoolPoints() {}

    static void write(ReadPoint point, DataOutputStream out) throws IOException {
        out.writeBoolean(point.next().isPresent());
        if (point.next().isPresent()) {
            text(point.next().get().value(), out);
        }
        out.writeBoolean(point.total().isPresent());
        out.writeLong(point.total().orElse(0));
        out.writeBoolean(point.mark().isPresent());
        if (point.mark().isPresent()) {
            text(point.mark().get().value(), out);
        }
    }

    static ReadPoint read(DataInputStream in) throws IOException {
        Optional<Cursor> next = in.readBoolean() ? Optional.of(new Cursor(text(in))) : Optional.empty();
        boolean hasTotal = in.readBoolean();
        long total = in.readLong();
        Optional<Watermark> mark = in.readBoolean() ? Optional.of(new Watermark(text(in))) : Optional.empty();
        return new ReadPoint(next, hasTotal ? OptionalLong.of(total) : OptionalLong.empty(), mark);
    }

    static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_TEXT) {
            throw new IOException("a text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
