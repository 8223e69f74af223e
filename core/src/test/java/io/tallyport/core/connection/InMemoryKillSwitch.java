package io.tallyport.core.connection;

import io.tallyport.core.kernel.InMemoryTable;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A kill switch in memory. */
public final class InMemoryKillSwitch implements KillSwitch {

    private static final String ONLY = "all";

    private final InMemoryTable<String, Stop> stops = new InMemoryTable<>();

    @Override
    public void stop(Stop stop) {
        stops.add(ONLY, new Stop(stop.at().truncatedTo(ChronoUnit.MICROS), stop.actor(), stop.reason()));
    }

    @Override
    public boolean resume() {
        return stops.remove(ONLY);
    }

    @Override
    public Optional<Stop> stopped() {
        return stops.get(ONLY);
    }
}
