package io.tallyport.shopify;

import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.remote.MarkedCursor;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Reads all levels of a location page by page. Beyond 25,000 variants Shopify's pages stop and its count is not exact.
 * Thread-safe.
 */
final class PagedLevels {

    private final ShopifyClient client;
    private final PageSize size = new PageSize();

    PagedLevels(ShopifyClient client) {
        this.client = client;
    }

    LevelPage page(ExternalId location, Instant mark, LevelsCursor at) {
        VariantPage page = size.fit(first -> client.read(
                Document.LEVELS,
                new Queries.Levels(location.value(), first, at.after()),
                Wire.LevelsData.class,
                data -> {
                    LocationGuard.ensureFound(data.location(), location);
                    return VariantPage.of(data.productVariants(), at);
                }));
        return page.next()
                .map(next -> LevelPage.withNext(
                        page.levels(), new MarkedCursor(mark, next.cursor().value()).cursor()))
                .orElseGet(() -> last(page, location, new Watermark(mark.toString())));
    }

    /** Counted at the end: a variant that was deleted meanwhile must not leave the read unproven. */
    private LevelPage last(VariantPage page, ExternalId location, Watermark mark) {
        OptionalLong all = ShopSize.of(client, location).all();
        return all.isPresent()
                ? LevelPage.last(page.levels(), Math.max(0, all.getAsLong() - page.leftOut()), mark)
                : LevelPage.last(page.levels(), mark);
    }
}
