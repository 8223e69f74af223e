package io.tallyport.core.connection;

import io.tallyport.core.kernel.InMemoryTable;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Halts in memory. */
public final class InMemoryHalts implements Halts {

    private final InMemoryTable<Halted, KillSwitch.Stop> halts = new InMemoryTable<>();

    @Override
    public void halt(Halted what, KillSwitch.Stop stop) {
        halts.add(what, new KillSwitch.Stop(stop.at().truncatedTo(ChronoUnit.MICROS), stop.actor(), stop.reason()));
    }

    @Override
    public boolean lift(Halted what) {
        return halts.remove(what);
    }

    @Override
    public Optional<KillSwitch.Stop> find(Halted what) {
        return halts.get(what);
    }

    @Override
    public Map<Halted, KillSwitch.Stop> all() {
        return halts.copy();
    }
}
