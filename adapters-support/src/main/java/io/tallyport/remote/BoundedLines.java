package io.tallyport.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Splits a stream into lines of bounded length, and holds no more than one of them. */
final class BoundedLines implements AutoCloseable {

    private final InputStream stream;
    private final int longest;
    private final byte[] buffer = new byte[64 * 1024];
    private int from;
    private int to;

    /** One line; its end may be missing at the end of a file, and where a transfer was cut. */
    static final class Line {

        private final byte[] bytes;
        private final boolean ended;

        private Line(byte[] bytes, boolean ended) {
            this.bytes = bytes;
            this.ended = ended;
        }

        /** What stands before the end of the line. */
        byte[] bytes() {
            return bytes;
        }

        boolean ended() {
            return ended;
        }

        /** In bytes, the end of the line included. */
        int length() {
            return bytes.length + (ended ? 1 : 0);
        }
    }

    BoundedLines(InputStream stream, int longest) {
        this.stream = stream;
        this.longest = longest;
    }

    /** The next line; empty at the end of the stream. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        while (true) {
            if (from == to && !fill()) {
                return line.size() == 0 ? Optional.empty() : Optional.of(new Line(line.toByteArray(), false));
            }
            int end = endOfLine();
            int taken = (end < 0 ? to : end) - from;
            if (line.size() + taken > longest) {
                throw Problem.unreadable("a line of the file is longer than " + longest + " bytes")
                        .asException();
            }
            line.write(buffer, from, taken);
            from += taken;
            if (end >= 0) {
                from++;
                return Optional.of(new Line(line.toByteArray(), true));
            }
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, stream.read(buffer));
        return to > 0;
    }

    private int endOfLine() {
        for (int at = from; at < to; at++) {
            if (buffer[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a transfer could not be stopped", e);
        }
    }
}
