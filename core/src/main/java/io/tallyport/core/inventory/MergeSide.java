package io.tallyport.core.inventory;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;

/** One side of a merge; whatever is done to one is done to the other in the same way. */
enum MergeSide {
    SOURCE {
        @Override
        LocationRef at(PlanHeader plan) {
            return plan.source();
        }

        @Override
        ExternalId item(MergeLevel level) {
            return level.sourceItem();
        }

        @Override
        Quantity settled(MergeLevel level) {
            return level.source();
        }

        @Override
        Quantity due(MergeLevel level) {
            return level.dueToSource();
        }

        @Override
        Quantity planned(MergeFigures figures) {
            return figures.toSource();
        }

        @Override
        MergeLevel read(MergeLevel level, Quantity now) {
            return level.readSource(now);
        }

        @Override
        MergeLevel wrote(MergeLevel level, Quantity by) {
            return level.wroteSource(by);
        }

        @Override
        StockFigure figure() {
            return StockFigure.ON_HAND;
        }
    },
    TARGET {
        @Override
        LocationRef at(PlanHeader plan) {
            return plan.target();
        }

        @Override
        ExternalId item(MergeLevel level) {
            return level.targetItem();
        }

        @Override
        Quantity settled(MergeLevel level) {
            return level.target();
        }

        @Override
        Quantity due(MergeLevel level) {
            return level.dueToTarget();
        }

        @Override
        Quantity planned(MergeFigures figures) {
            return figures.toTarget();
        }

        @Override
        MergeLevel read(MergeLevel level, Quantity now) {
            return level.readTarget(now);
        }

        @Override
        MergeLevel wrote(MergeLevel level, Quantity by) {
            return level.wroteTarget(by);
        }

        @Override
        StockFigure figure() {
            return StockFigure.AVAILABLE;
        }
    };

    abstract LocationRef at(PlanHeader plan);

    abstract ExternalId item(MergeLevel level);

    /** The side's settled figure. */
    abstract Quantity settled(MergeLevel level);

    /** What the side takes of its debt now. */
    abstract Quantity due(MergeLevel level);

    /** What a person saw that it would take. */
    abstract Quantity planned(MergeFigures figures);

    abstract MergeLevel read(MergeLevel level, Quantity now);

    abstract MergeLevel wrote(MergeLevel level, Quantity by);

    /** The figure that is read and written on this side. */
    abstract StockFigure figure();
}
