package io.tallyport.sandbox.catalogue;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** What is odd about a product at the branch; on other products than the oddities of the main shop. */
enum BranchOddity {
    NEGATIVE {
        @Override
        void bend(BranchDraft draft, int turn, String skuBefore) {
            draft.level = Optional.of(BigDecimal.valueOf(-1 - turn % 3));
        }
    },
    FRACTION {
        @Override
        void bend(BranchDraft draft, int turn, String skuBefore) {
            draft.level = draft.level.map(level -> level.add(new BigDecimal(turn % 2 == 0 ? "0.75" : "0.125")));
        }
    },
    INACTIVE {
        @Override
        void bend(BranchDraft draft, int turn, String skuBefore) {
            draft.active = false;
        }
    },
    UNTRACKED {
        @Override
        void bend(BranchDraft draft, int turn, String skuBefore) {
            draft.tracked = false;
            draft.level = Optional.empty();
        }
    },
    COMPOSITE {
        @Override
        void bend(BranchDraft draft, int turn, String skuBefore) {
            draft.composite = true;
            draft.level = Optional.empty();
        }
    },
    DELETED {
        @Override
        void bend(BranchDraft draft, int turn, String skuBefore) {
            draft.deleted = true;
        }
    },
    DUPLICATE_SKU {
        @Override
        void bend(BranchDraft draft, int turn, String skuBefore) {
            draft.sku = Optional.of(skuBefore);
        }
    },
    LEVEL_MISSING {
        @Override
        void bend(BranchDraft draft, int turn, String skuBefore) {
            draft.level = Optional.empty();
        }
    },
    NOT_CARRIED {
        @Override
        void bend(BranchDraft draft, int turn, String skuBefore) {
            draft.carried = false;
            draft.sku = Optional.empty();
            draft.level = Optional.empty();
        }
    },
    WITHOUT_SKU {
        @Override
        void bend(BranchDraft draft, int turn, String skuBefore) {
            draft.sku = Optional.empty();
        }
    },
    SKU_IN_OTHER_CASE {
        @Override
        void bend(BranchDraft draft, int turn, String skuBefore) {
            draft.sku = draft.sku.map(sku -> sku.toLowerCase(Locale.ROOT));
        }
    },
    NOT_STOCKED_IN_SHOP {
        @Override
        void bend(BranchDraft draft, int turn, String skuBefore) {
            draft.shopStocked = false;
        }
    };

    private static final int FIRST_LAP_END = 40;

    /** Makes {@code draft} odd; {@code turn} counts this oddity's products from 0. */
    abstract void bend(BranchDraft draft, int turn, String skuBefore);

    /** The oddity's turn that falls on a product; empty for most. */
    record Turn(BranchOddity what, int turn) {}

    /**
     * Each oddity once among the first forty products, on odd numbers, then one product in eight after the first hundred;
     * none at all in a catalogue of fewer than forty.
     */
    static Optional<Turn> of(int number, int size) {
        if (size < FIRST_LAP_END) {
            return Optional.empty();
        }
        int kinds = values().length;
        if (number <= FIRST_LAP_END) {
            int place = (number - 5) / 2;
            boolean odd = number >= 5 && number % 2 == 1 && place < kinds;
            return odd ? Optional.of(new Turn(values()[place], 0)) : Optional.empty();
        }
        int place = (number - 109) / 8;
        boolean odd = number >= 109 && number % 8 == 5;
        return odd ? Optional.of(new Turn(values()[place % kinds], 1 + place / kinds)) : Optional.empty();
    }
}
