package io.tallyport.shopify;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files that are being read, each under the cursor that goes on with it, so that a page does not begin the download
 * anew. A read that is given up leaves its file here until others push it out or the session closes. Thread-safe.
 */
final class OpenFiles implements AutoCloseable {

    private static final int MOST = 4;

    private final Map<BulkCursor, BulkFile> files = new LinkedHashMap<>();

    /** The file that {@code at} goes on with; the caller's alone from now on. */
    synchronized Optional<BulkFile> take(BulkCursor at) {
        return Optional.ofNullable(files.remove(at));
    }

    synchronized void keep(BulkCursor next, BulkFile file) {
        BulkFile other = files.put(next, file);
        if (other != null) {
            other.download().close();
        }
        Iterator<BulkFile> eldest = files.values().iterator();
        while (files.size() > MOST) {
            eldest.next().download().close();
            eldest.remove();
        }
    }

    @Override
    public synchronized void close() {
        files.values().forEach(file -> file.download().close());
        files.clear();
    }
}
