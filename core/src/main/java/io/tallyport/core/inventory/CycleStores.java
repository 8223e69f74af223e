package io.tallyport.core.inventory;

import io.tallyport.core.connection.LocationStore;
import io.tallyport.core.kernel.Leases;

/** Everything of one database that cycles read and write. */
public record CycleStores(
        LevelMirror mirror,
        LevelMirrorSink sink,
        RouteCursors cursors,
        DueRows due,
        LocationStore locations,
        Leases leases) {}
