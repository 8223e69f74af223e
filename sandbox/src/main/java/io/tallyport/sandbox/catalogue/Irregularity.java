package io.tallyport.sandbox.catalogue;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** What is odd about an item; the oddities of real shops, one item each. */
enum Irregularity {
    NEGATIVE_AT_POS {
        @Override
        void bend(Draft draft, int turn, String skuBefore) {
            draft.posQoh = Optional.of(BigDecimal.valueOf(-1 - turn % 4));
        }
    },
    FRACTION_AT_POS {
        @Override
        void bend(Draft draft, int turn, String skuBefore) {
            draft.posQoh = draft.posQoh.map(qoh -> qoh.add(new BigDecimal(turn % 2 == 0 ? "0.5" : "0.25")));
        }
    },
    ARCHIVED_AT_POS {
        @Override
        void bend(Draft draft, int turn, String skuBefore) {
            draft.posArchived = true;
        }
    },
    UNTRACKED_AT_POS {
        @Override
        void bend(Draft draft, int turn, String skuBefore) {
            draft.posTracked = false;
            draft.posQoh = Optional.of(BigDecimal.ZERO);
        }
    },
    LEVEL_MISSING_AT_POS {
        @Override
        void bend(Draft draft, int turn, String skuBefore) {
            draft.posQoh = Optional.empty();
        }
    },
    POS_ONLY {
        @Override
        void bend(Draft draft, int turn, String skuBefore) {
            draft.inShop = false;
            draft.shopSku = Optional.empty();
            draft.shopAvailable = 0;
        }
    },
    SHOP_ONLY {
        @Override
        void bend(Draft draft, int turn, String skuBefore) {
            draft.atPos = false;
            draft.posSku = Optional.empty();
            draft.posQoh = Optional.empty();
        }
    },
    UNTRACKED_IN_SHOP {
        @Override
        void bend(Draft draft, int turn, String skuBefore) {
            draft.shopTracked = false;
        }
    },
    NOT_STOCKED_IN_SHOP {
        @Override
        void bend(Draft draft, int turn, String skuBefore) {
            draft.shopStocked = false;
            draft.shopAvailable = 0;
        }
    },
    LEVEL_INACTIVE_IN_SHOP {
        @Override
        void bend(Draft draft, int turn, String skuBefore) {
            draft.shopActive = false;
        }
    },
    /** The SKU of the item before, on one side only: at the POS, in the shop, and so on by turns. */
    DUPLICATE_SKU {
        @Override
        void bend(Draft draft, int turn, String skuBefore) {
            if (turn % 2 == 0) {
                draft.posSku = Optional.of(skuBefore);
            } else {
                draft.shopSku = Optional.of(skuBefore);
            }
        }
    },
    SKU_IN_OTHER_CASE {
        @Override
        void bend(Draft draft, int turn, String skuBefore) {
            draft.shopSku = draft.shopSku.map(sku -> sku.toLowerCase(Locale.ROOT));
        }
    },
    SKU_WITH_SPACES {
        @Override
        void bend(Draft draft, int turn, String skuBefore) {
            draft.posSku = draft.posSku.map(sku -> turn % 2 == 0 ? sku + " " : " " + sku);
        }
    },
    COMMITTED_UNITS {
        @Override
        void bend(Draft draft, int turn, String skuBefore) {
            draft.shopCommitted = 1 + turn % 3;
        }
    };

    private static final int FIRST_LAP_END = 40;

    /** Makes {@code draft} odd; {@code turn} counts this oddity's items from 0. */
    abstract void bend(Draft draft, int turn, String skuBefore);

    /** The oddity's turn that falls on an item; empty for most. */
    record Turn(Irregularity what, int turn) {}

    /**
     * Each oddity once among the first forty items, then one item in eight after the first hundred; none at all in a
     * catalogue of fewer than forty.
     */
    static Optional<Turn> of(int number, int size) {
        if (size < FIRST_LAP_END) {
            return Optional.empty();
        }
        int kinds = values().length;
        if (number <= FIRST_LAP_END) {
            int place = (number - 4) / 2;
            boolean odd = number >= 4 && number % 2 == 0 && place < kinds;
            return odd ? Optional.of(new Turn(values()[place], 0)) : Optional.empty();
        }
        int place = (number - 104) / 8;
        boolean odd = number >= 104 && number % 8 == 0;
        return odd ? Optional.of(new Turn(values()[place % kinds], 1 + place / kinds)) : Optional.empty();
    }
}
