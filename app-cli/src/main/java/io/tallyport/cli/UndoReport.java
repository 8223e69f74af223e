package io.tallyport.cli;

import io.tallyport.core.connection.Halted;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The plan of an undo as it is shown, with the routes that it has paused. */
record UndoReport(PlanView plan, Map<String, String> paused) {

    static UndoReport of(Tallyport tallyport, StockPlan plan, Path file) {
        Map<String, String> paused = new java.util.TreeMap<>();
        tallyport.halts().store().all().forEach((what, stop) -> {
            if (what.kind() == Halted.Kind.ROUTE
                    && stop.reason().endsWith(" " + plan.header().origin().of())) {
                paused.put(what.name(), RouteView.paused(stop));
            }
        });
        paused.computeIfAbsent(
                plan.header().route().value(),
                name -> tallyport
                        .halts()
                        .store()
                        .find(Halted.of(plan.header().route()))
                        .map(RouteView::paused)
                        .orElse("no"));
        return new UndoReport(PlanView.of(plan, file), paused);
    }

    void print(Screen screen) {
        PlanPrinter printer = new PlanPrinter(screen);
        printer.header(plan);
        printer.counts(plan);
        printer.held(plan);
        screen.blank();
        paused.forEach((route, why) -> screen.attention("Route " + route + " is paused " + why));
        List.of(
                        "Nothing of it is planned or synced until: tallyport route resume " + plan.route(),
                        "Its next sync then sets what the POS says, so mend the cause before you resume it.")
                .forEach(screen::line);
        printer.next(plan);
    }
}
