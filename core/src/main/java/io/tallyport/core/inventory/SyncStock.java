package io.tallyport.core.inventory;

import io.tallyport.core.kernel.Progress;
import java.util.Optional;

/** Plans a route and applies what needs no person: what is held stays held and is told. */
public final class SyncStock {

    private final PlanStock planStock;
    private final ApplyStockPlan applyStockPlan;

    public SyncStock(PlanStock planStock, ApplyStockPlan applyStockPlan) {
        this.planStock = planStock;
        this.applyStockPlan = applyStockPlan;
    }

    /**
     * How it went.
     *
     * @param applied empty when the plan is held as a whole, or changes nothing
     */
    public record Result(StockPlan plan, Optional<ApplyStockPlan.Result> applied) {}

    /**
     * Plans and applies.
     *
     * @param strict whether every row that moved meanwhile is left alone
     * @throws io.tallyport.core.kernel.PortException as {@link PlanStock#plan} and {@link ApplyStockPlan#apply} do
     */
    public Result sync(PlanStock.Request request, boolean strict, int canary, Progress progress) {
        return sync(request, strict, canary, progress, () -> {});
    }

    /**
     * As above.
     *
     * @param beforeWriting runs when there is a plan and something of it is to be written; what it throws ends the sync
     */
    public Result sync(
            PlanStock.Request request, boolean strict, int canary, Progress progress, Runnable beforeWriting) {
        StockPlan plan = planStock.plan(request, progress);
        if (plan.isHeld() || plan.counts().changes() == 0) {
            return new Result(plan, Optional.empty());
        }
        beforeWriting.run();
        ApplyStockPlan.Request apply = new ApplyStockPlan.Request(request.file(), strict, canary, request.actor());
        return new Result(plan, Optional.of(applyStockPlan.apply(apply, progress)));
    }
}
