package io.tallyport.sandbox.catalogue;

import java.math.BigDecimal;
import java.util.Optional;

/** A product at the branch while it is being made up: plain at first, then bent by at most one oddity. */
final class BranchDraft {

    private final Optional<Integer> familyHead;
    Optional<String> sku;
    Optional<BigDecimal> level;
    boolean carried = true;
    boolean tracked = true;
    boolean composite;
    boolean active = true;
    boolean deleted;
    boolean shopStocked = true;
    int shopAvailable;

    BranchDraft(String sku, int level, int shopAvailable, Optional<Integer> familyHead) {
        this.sku = Optional.of(sku);
        this.level = Optional.of(BigDecimal.valueOf(level));
        this.shopAvailable = shopAvailable;
        this.familyHead = familyHead;
    }

    Branch branch() {
        return new Branch(
                carried,
                sku,
                level,
                tracked,
                composite,
                active,
                deleted,
                familyHead,
                shopStocked,
                shopStocked ? shopAvailable : 0);
    }
}
