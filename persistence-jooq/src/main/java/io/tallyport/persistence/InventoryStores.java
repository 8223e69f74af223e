package io.tallyport.persistence;

import io.tallyport.core.inventory.DueRows;
import io.tallyport.core.inventory.LevelMirror;
import io.tallyport.core.inventory.LevelMirrorSink;
import io.tallyport.core.inventory.MergeStores;
import io.tallyport.core.inventory.PlanStore;
import io.tallyport.core.inventory.PreImageStore;
import io.tallyport.core.inventory.RouteCursors;
import io.tallyport.core.inventory.StockStore;
import io.tallyport.core.inventory.validation.ValidationReports;
import io.tallyport.core.inventory.validation.ValidationStore;

/** The stores of plans, levels and what was found about them. Costs nothing to make; see {@link Stores}. */
public final class InventoryStores {

    private final Transactions transactions;

    InventoryStores(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What decides about plans. */
    public PlanStore plans() {
        return new JooqPlanStore(transactions);
    }

    /** Acknowledged levels and last reads. */
    public StockStore stock() {
        return new JooqStockStore(transactions);
    }

    /** What an undo needs. */
    public PreImageStore preImages() {
        return new JooqPreImageStore(transactions);
    }

    /** What each location's items were when last read. */
    public LevelMirror mirror() {
        return new JooqLevelMirror(transactions);
    }

    /** Writes the mirror. */
    public LevelMirrorSink mirrorSink() {
        return new JooqLevelMirrorSink(transactions);
    }

    /** How far each route has planned. */
    public RouteCursors routeCursors() {
        return new JooqRouteCursors(transactions);
    }

    /** What each route still has to bring into step. */
    public DueRows dueRows() {
        return new JooqDueRows(transactions);
    }

    /** How pairs stand under a merge, and which levels it is writing. */
    public MergeStores merge() {
        return new MergeStores(new JooqMergeLevels(transactions), new JooqOpenWrites(transactions));
    }

    /** Validations as they are made. */
    public ValidationStore validations() {
        return new JooqValidationStore(transactions);
    }

    /** Validations that have ended. */
    public ValidationReports validationReports() {
        return new JooqValidationReports(transactions);
    }
}
