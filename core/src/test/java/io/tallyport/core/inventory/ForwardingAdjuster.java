package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import java.time.Instant;
import java.util.Optional;

/** Passes everything on; a test overrides what shall go wrong. */
class ForwardingAdjuster implements StockAdjuster {

    private final StockAdjuster next;

    ForwardingAdjuster(StockAdjuster next) {
        this.next = next;
    }

    @Override
    public int maxLines() {
        return next.maxLines();
    }

    @Override
    public boolean exact() {
        return next.exact();
    }

    @Override
    public Optional<Watermark> mark(ExternalId location) {
        return next.mark(location);
    }

    @Override
    public AdjustOutcome adjust(StockAdjustment adjustment) {
        return next.adjust(adjustment);
    }

    @Override
    public AdjustProof prove(StockAdjustment adjustment, Instant sent) {
        return next.prove(adjustment, sent);
    }
}
