package io.tallyport.core.inventory;

import io.tallyport.core.conflict.Conflict;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Route;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.SyncEntry;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.rule.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why one row of a route is as it is, from what is known here or was asked for just now.
 *
 * @param row what a plan made of these figures would say
 * @param acknowledged at which figure both sides were last known to agree, and when
 * @param category of the source's item, where a rule needs it
 * @param rules that decide about it, the reasons of {@code row.rule()}
 * @param pending writes about it whose outcome is not known
 * @param lastWrite the last time we wrote it, and {@code writer} the run that did
 * @param lastRun of the route
 * @param conflict the live one, watched and kept ones included
 * @param due whether the last plan left it to do
 */
public record Explanation(
        Route route,
        PlanRow row,
        Side source,
        Side target,
        Optional<Acknowledged> acknowledged,
        Optional<String> category,
        List<Rule> rules,
        List<Intent> pending,
        Optional<SyncEntry> lastWrite,
        Optional<Run> writer,
        Optional<Run> lastRun,
        Optional<Conflict> conflict,
        boolean due) {

    /**
     * One end.
     *
     * @param level empty where it has no such item
     * @param at when that was so; empty when nobody knows
     * @param fresh whether the platform was asked just now
     * @param written whether the figure is what both sides came to agree on at that time, after the last read
     */
    public record Side(
            LocationRef location, Optional<StockLevel> level, Optional<Instant> at, boolean fresh, boolean written) {}
}
