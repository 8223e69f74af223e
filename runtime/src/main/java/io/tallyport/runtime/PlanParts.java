package io.tallyport.runtime;

import io.tallyport.core.inventory.LevelMirror;
import io.tallyport.core.inventory.PlanFiles;
import io.tallyport.core.inventory.PlanStore;
import io.tallyport.core.inventory.RouteCursors;
import jakarta.inject.Inject;

/**
 * What a started Tallyport hands out about stored plans and what they were made from.
 *
 * @param store what decides about plans
 * @param files plans as files
 * @param cursors how far each route has planned
 * @param mirror what each location's items were when last read
 */
public record PlanParts(PlanStore store, PlanFiles files, RouteCursors cursors, LevelMirror mirror) {

    @Inject
    public PlanParts {}
}
