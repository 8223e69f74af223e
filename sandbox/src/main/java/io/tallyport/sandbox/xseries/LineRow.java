package io.tallyport.sandbox.xseries;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** A product on a consignment; guarded by the store's monitor. */
final class LineRow implements Versioned {

    final ProductRow product;
    final Instant created;
    Optional<BigDecimal> count = Optional.empty();
    BigDecimal received = BigDecimal.ZERO;
    Optional<BigDecimal> cost = Optional.empty();
    String status = "PENDING";
    Instant updated;
    boolean gone;
    private long version;

    LineRow(ProductRow product, Instant created) {
        this.product = product;
        this.created = created;
        this.updated = created;
    }

    /** What was ordered or sent; nothing where that was never said. */
    BigDecimal sent() {
        return count.orElse(BigDecimal.ZERO);
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public void mark(long next) {
        version = next;
    }

    @Override
    public boolean deleted() {
        return gone;
    }
}
