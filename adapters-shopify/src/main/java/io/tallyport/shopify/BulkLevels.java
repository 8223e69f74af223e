package io.tallyport.shopify;

import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.remote.MarkedCursor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all levels of a location by bulk operation: starts one, waits for its end, and pages through its file.
 *
 * <p>A call waits for a minute or so at most and then gives a page without rows, so that whoever reads keeps control and
 * may store the cursor. An operation that fails, or whose file is gone, is started once more; rows that have been given
 * come again then. Thread-safe.
 */
final class BulkLevels implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BulkLevels.class);

    /** How long one call waits. */
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    /** Some half an hour. */
    private static final int MOST_LOOKS_FOR_A_PLACE = 60;

    /** Some six hours. */
    private static final int MOST_LOOKS_FOR_THE_END = 720;

    private static final int MOST_STARTS = 2;
    private static final Duration LATER = Duration.ofMinutes(5);

    private final ShopifyClient client;
    private final FailureContext context;
    private final BulkOperations operations;
    private final BulkFiles files;
    private final Patience patience;

    BulkLevels(ShopifyClient client, BulkFiles files, Patience patience) {
        this.client = client;
        this.context = FailureContext.of(Document.BULK_RUN.operation()).on(client.connection());
        this.operations = new BulkOperations(client);
        this.files = files;
        this.patience = patience;
    }

    /**
     * The first page, without rows.
     *
     * @param mark the platform's time before the read
     * @param orElsePage whether the caller would rather page than wait for a place
     * @return empty when it is to page
     */
    Optional<LevelPage> begin(ExternalId location, Instant mark, boolean orElsePage) {
        BulkCursor at = BulkCursor.begin(Gid.number(location));
        Optional<String> id = operations.start(location);
        if (id.isEmpty() && orElsePage) {
            LOG.info("all places for bulk operations of {} are taken; reading in pages", client.connection());
            return Optional.empty();
        }
        return Optional.of(noRows(mark, id.map(at::startedAs).orElseGet(at::lookedAt)));
    }

    /** The page at {@code at}; without rows as long as Shopify works. */
    LevelPage next(ExternalId location, Instant mark, BulkCursor at) {
        Optional<BulkFile> opened = files.opened(at);
        if (opened.isPresent()) {
            return page(location, mark, at, opened.get());
        }
        return at.isStarted() ? look(location, mark, at) : start(location, mark, at);
    }

    private LevelPage start(ExternalId location, Instant mark, BulkCursor at) {
        BulkCursor now = at;
        Duration waited = Duration.ZERO;
        while (waited.compareTo(A_WHILE) < 0) {
            if (now.looks() > 0) {
                waited = waited.plus(patience.await(now.looks(), context));
            }
            Optional<String> id = operations.start(location);
            if (id.isPresent()) {
                return noRows(mark, now.startedAs(id.get()));
            }
            if (now.looks() >= MOST_LOOKS_FOR_A_PLACE) {
                throw later(ShopifyErrors.BULK_BUSY, "no place for a bulk operation became free");
            }
            now = now.lookedAt();
        }
        return noRows(mark, now);
    }

    private LevelPage look(ExternalId location, Instant mark, BulkCursor at) {
        BulkCursor now = at;
        Duration waited = Duration.ZERO;
        while (waited.compareTo(A_WHILE) < 0) {
            Optional<BulkWire.Operation> found = operations.find(now.operation());
            if (found.isEmpty() || found.get().state() != BulkWire.State.UNDERWAY) {
                return ended(location, mark, now, found);
            }
            if (now.looks() >= MOST_LOOKS_FOR_THE_END) {
                throw later(ShopifyErrors.BULK_SLOW, "still at work: bulk operation " + found.get());
            }
            waited = waited.plus(patience.await(now.looks(), context));
            now = now.lookedAt();
        }
        return noRows(mark, now);
    }

    private LevelPage ended(ExternalId location, Instant mark, BulkCursor at, Optional<BulkWire.Operation> found) {
        if (found.isEmpty()) {
            return again(location, mark, at, "the shop no longer knows " + at.operation());
        }
        BulkWire.Operation operation = found.get();
        if (operation.isDenied()) {
            throw new PortException.Authentication(
                    context.withCode(ShopifyErrors.SCOPE_MISSING),
                    "the bulk operation was denied access; it needs " + Scopes.toRead());
        }
        if (operation.state() == BulkWire.State.LOST) {
            return again(location, mark, at, "bulk operation " + operation);
        }
        String url = operation.url();
        if (url != null) {
            return page(location, mark, at, files.open(url, operation.rows(), at));
        }
        return operation.rows() == 0 && ShopSize.of(client, location).all().equals(OptionalLong.of(0))
                ? LevelPage.last(List.of(), 0, new Watermark(mark.toString()))
                : again(location, mark, at, "no file, though the shop has variants: bulk operation " + operation);
    }

    private LevelPage page(ExternalId location, Instant mark, BulkCursor at, BulkFile file) {
        try {
            return files.page(file, mark, at);
        } catch (PortException.Rejected gone) {
            if (gone.context().vendorStatus().isEmpty()) {
                throw gone; // our own gate said no
            }
            return again(location, mark, at, gone.describe());
        }
    }

    private LevelPage again(ExternalId location, Instant mark, BulkCursor at, String why) {
        if (at.starts() >= MOST_STARTS) {
            throw later(ShopifyErrors.BULK_FAILED, why);
        }
        LOG.info("starting a bulk operation of {} once more: {}", client.connection(), why);
        return start(location, mark, at.startingAgain());
    }

    private PortException later(ErrorCode code, String message) {
        return new PortException.Transient(context.withCode(code), message, null, Optional.of(LATER));
    }

    private static LevelPage noRows(Instant mark, BulkCursor next) {
        return LevelPage.withNext(List.of(), new MarkedCursor(mark, next.value()).cursor());
    }

    @Override
    public void close() {
        files.close();
    }
}
