package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.rule.QuantityRule;
import java.util.List;

/** What people have laid down about a route's rows beside its policy: rules, and answers to conflicts. */
public interface RowRules {

    /** Nothing is laid down. */
    RowRules NONE = new RowRules() {
        @Override
        public void prepare(List<StockLevel> sources) {}

        @Override
        public QuantityRule of(StockLevel source) {
            return QuantityRule.PLAIN;
        }

        @Override
        public boolean isKept(ExternalId targetItem, Quantity local, Quantity remote) {
            return false;
        }
    };

    /** Hears which levels of the source {@link #of} is asked about next. */
    void prepare(List<StockLevel> sources);

    /** How many units the row of a level offers. */
    QuantityRule of(StockLevel source);

    /** Whether a person has answered to leave a row with these figures alone. */
    boolean isKept(ExternalId targetItem, Quantity local, Quantity remote);
}
