package io.tallyport.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What stands after the rows of a plan file, found from its end, so that opening a plan does not read its rows as JSON.
 */
final class PlanTail {

    /** The line after the last row. No line break can stand inside of JSON text, so nothing else looks like it. */
    static final String END_OF_ROWS = "\n],\n";

    private static final int FIRST_LOOK = 1 << 14;

    private PlanTail() {}

    /** The file's last lines as an object of their own; empty when there is no end of rows. */
    static Optional<String> read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            for (long look = FIRST_LOOK; ; look *= 4) {
                String text = last(channel, Math.min(look, size));
                int end = text.lastIndexOf(END_OF_ROWS);
                if (end >= 0) {
                    return Optional.of("{" + text.substring(end + END_OF_ROWS.length()));
                }
                if (look >= size || look > Integer.MAX_VALUE / 8) {
                    return Optional.empty();
                }
            }
        }
    }

    private static String last(FileChannel channel, long length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) length);
        long from = channel.size() - length;
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = channel.read(bytes, from + bytes.position());
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
}
