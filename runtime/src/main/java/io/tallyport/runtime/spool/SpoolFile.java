package io.tallyport.runtime.spool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/**
 * A spool's file: a head, then runs and points, each with its kind, its length and a checksum. What was written before
 * the process ended is there afterwards; a last part that is cut off does not count.
 */
final class SpoolFile {

    static final byte HEAD = 'H';
    static final byte RUN = 'R';
    static final byte POINT = 'P';

    private static final int PART_HEAD = 1 + Integer.BYTES + Integer.BYTES;
    private static final int SLICE = 1 << 18;

    private final FileChannel channel;
    private long end;

    SpoolFile(FileChannel channel) {
        this.channel = channel;
    }

    FileChannel channel() {
        return channel;
    }

    /** A part of the file. */
    record Part(byte kind, long from, long to) {

        int length() {
            return (int) (to - from);
        }
    }

    /** Writes what a part holds. */
    @FunctionalInterface
    interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    /** Adds a small part. */
    Part append(byte kind, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.writeTo(new DataOutputStream(bytes));
        return append(kind, bytes.toByteArray());
    }

    Part append(byte kind, byte[] content) throws IOException {
        CRC32C checksum = new CRC32C();
        checksum.update(content);
        ByteBuffer head = ByteBuffer.allocate(PART_HEAD);
        head.put(kind).putInt(content.length).putInt((int) checksum.getValue()).flip();
        long from = end + PART_HEAD;
        write(head, end);
        for (int done = 0; done < content.length; done += SLICE) {
            write(ByteBuffer.wrap(content, done, Math.min(SLICE, content.length - done)), from + done);
        }
        end = from + content.length;
        return new Part(kind, from, end);
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        long to = at;
        while (bytes.hasRemaining()) {
            to += channel.write(bytes, to);
        }
    }

    /**
     * The part that begins where the last one ended; a part that is cut off is the end.
     *
     * @throws EOFException at the end
     * @throws IOException when the part is not what was written
     */
    Part next() throws IOException {
        ByteBuffer head = ByteBuffer.wrap(read(end, PART_HEAD));
        byte kind = head.get();
        int length = head.getInt();
        int expected = head.getInt();
        long from = end + PART_HEAD;
        if (length < 0 || (kind != HEAD && kind != RUN && kind != POINT)) {
            throw new IOException("it holds something else at byte " + end);
        }
        CRC32C checksum = new CRC32C();
        for (int done = 0; done < length; done += SLICE) {
            checksum.update(read(from + done, Math.min(SLICE, length - done)));
        }
        if ((int) checksum.getValue() != expected) {
            throw new IOException("its content at byte " + from + " is not what was written");
        }
        end = from + length;
        return new Part(kind, from, end);
    }

    DataInputStream content(Part part) throws IOException {
        return new DataInputStream(new ByteArrayInputStream(read(part.from(), part.length())));
    }

    private byte[] read(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes.array();
    }

    /** Cuts off what stands after {@code last}; more is added from there. */
    void endWith(Part last) throws IOException {
        channel.truncate(last.to());
        end = last.to();
    }
}
