package io.tallyport.runtime.spool;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Goes through the rows of one run. */
final class RunReader {

    private final FileChannel channel;
    private final SpoolRun run;
    private final RowView row = new RowView();
    private byte[] bytes;
    private long readTo;
    private int start;
    private int end;

    RunReader(FileChannel channel, SpoolRun run, int bufferSize) {
        this.channel = channel;
        this.run = run;
        this.bytes = new byte[(int) Math.min(bufferSize, run.to() - run.from())];
        this.readTo = run.from();
    }

    /** The row it stands on; another one after {@link #next}. */
    RowView row() {
        return row;
    }

    int number() {
        return run.number();
    }

    /** Goes to the next row; false at the end. */
    boolean next() {
        if (end > start) {
            start += RowView.length(bytes, start);
        }
        if (!has(RowBytes.LENGTH_BYTES)) {
            return false;
        }
        if (!has(RowView.length(bytes, start))) {
            throw new UncheckedIOException(new EOFException("a row is cut off"));
        }
        row.at(bytes, start);
        return true;
    }

    private boolean has(int length) {
        if (end - start >= length) {
            return true;
        }
        if (end - start + run.to() - readTo < length) {
            return false;
        }
        try {
            fill(length);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return true;
    }

    private void fill(int length) throws IOException {
        byte[] into = length > bytes.length ? new byte[length] : bytes;
        System.arraycopy(bytes, start, into, 0, end - start);
        bytes = into;
        end -= start;
        start = 0;
        int most = (int) Math.min(bytes.length - end, run.to() - readTo);
        ByteBuffer buffer = ByteBuffer.wrap(bytes, end, most);
        while (end < length) {
            int read = channel.read(buffer, readTo);
            if (read < 0) {
                throw new EOFException("the spool's file became shorter");
            }
            readTo += read;
            end += read;
        }
    }
}
