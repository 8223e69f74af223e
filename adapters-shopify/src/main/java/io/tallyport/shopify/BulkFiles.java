package io.tallyport.shopify;

import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.remote.CallSpec;
import io.tallyport.remote.Download;
import io.tallyport.remote.Downloads;
import io.tallyport.remote.MarkedCursor;
import io.tallyport.remote.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * Pages through the files of bulk operations, in which each line is a variant with all that we ask of it. A file is held
 * open from page to page, one line of it in memory; the last page comes only when as many variants have been read as the
 * operation counted and the file has ended. Thread-safe.
 */
final class BulkFiles implements AutoCloseable {

    static final int PAGE_ROWS = 1000;

    private static final CallSpec DOWNLOAD = CallSpec.read("bulkOperation.url");
    private static final Problem TOO_FEW = Problem.of(
            Problem.Kind.LOST,
            "the bulk operation's file ended before all the rows that were counted",
            ShopifyErrors.BULK_INCOMPLETE);

    private final Downloads downloads;
    private final FailureContext context;
    private final OpenFiles open = new OpenFiles();

    BulkFiles(Downloads downloads, ConnectionId connection) {
        this.downloads = downloads;
        this.context = FailureContext.of(DOWNLOAD.operation()).on(connection);
    }

    /** The file that an earlier page at {@code at} has left open; the caller's alone from now on. */
    Optional<BulkFile> opened(BulkCursor at) {
        return open.take(at);
    }

    /** The file at {@code url}, from the row of {@code at} on. */
    BulkFile open(String url, long rows, BulkCursor at) {
        return new BulkFile(downloads.open(DOWNLOAD, url, at.position()), rows);
    }

    /**
     * The page at {@code at}.
     *
     * @throws PortException.Rejected when the link is no longer good
     */
    LevelPage page(BulkFile file, Instant mark, BulkCursor at) {
        boolean kept = false;
        try {
            Reading reading = new Reading(file, at);
            boolean last = reading.run();
            if (last) {
                long total = Math.max(0, file.rows() - reading.rows.leftOut());
                return LevelPage.last(reading.rows.levels(), total, new Watermark(mark.toString()));
            }
            BulkCursor next = at.movedTo(reading.read, file.download().position(), reading.rows);
            open.keep(next, file);
            kept = true;
            return LevelPage.withNext(reading.rows.levels(), new MarkedCursor(mark, next.value()).cursor());
        } finally {
            if (!kept) {
                file.download().close();
            }
        }
    }

    /** One page on its way. */
    private final class Reading {

        private final BulkFile file;
        private final Download lines;
        private final VariantRows rows;
        private final long pageEnd;
        private long read;

        Reading(BulkFile file, BulkCursor at) {
            this.file = file;
            this.lines = file.download();
            this.rows = new VariantRows(at.leftOut(), at.seenUpTo());
            this.read = at.rows();
            this.pageEnd = at.rows() + PAGE_ROWS;
        }

        /** Whether the file is at its end. */
        boolean run() {
            while (read < file.rows() && read < pageEnd) {
                take(lines.expect(BulkWire::variant, TOO_FEW));
            }
            return read >= file.rows() && ends();
        }

        private boolean ends() {
            Optional<Optional<Wire.Variant>> more = lines.next(BulkWire::variant);
            while (more.isPresent()) {
                if (more.get().isPresent()) {
                    throw new PortException.Protocol(
                            context.withCode(ShopifyErrors.BULK_INCOMPLETE),
                            "the bulk operation's file holds more rows than were counted",
                            null);
                }
                more = lines.next(BulkWire::variant);
            }
            return true;
        }

        private void take(Optional<Wire.Variant> variant) {
            if (variant.isPresent()) {
                rows.add(variant.get());
                read++;
            }
        }
    }

    @Override
    public void close() {
        open.close();
    }
}
