package io.tallyport.sandbox.xseries;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** One adjustment of one product's stock at one outlet; guarded by the store's monitor. */
final class AdjustmentRow implements Versioned {

    final long number;
    final ProductRow product;
    final OutletRow outlet;
    final BigDecimal quantity;
    final String reason;
    final Optional<ReasonRow> custom;
    final Instant created;
    private long version;

    AdjustmentRow(
            long number,
            ProductRow product,
            OutletRow outlet,
            BigDecimal quantity,
            String reason,
            Optional<ReasonRow> custom,
            Instant created) {
        this.number = number;
        this.product = product;
        this.outlet = outlet;
        this.quantity = quantity;
        this.reason = reason;
        this.custom = custom;
        this.created = created;
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
        return false;
    }
}
