package io.tallyport.core.inventory;

import io.tallyport.core.connection.WriteGate;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.util.List;
import java.util.Optional;

/** Switches levels on before they are set, each under an intent of its own. */
final class Activation {

    private final ExternalId location;
    private final InventorySink sink;
    private final ApplyJournal journal;
    private final LeaseKeeper lease;

    Activation(ExternalId location, InventorySink sink, ApplyJournal journal, LeaseKeeper lease) {
        this.location = location;
        this.sink = sink;
        this.journal = journal;
        this.lease = lease;
    }

    /** Switches the row's level on, keeping what it has; the row is ready to be set then, unless something is in the way. */
    Optional<Pending> activate(int number, PlanRow row) {
        ExternalId item = row.targetItem().orElseThrow();
        lease.check();
        Intent intent = journal.begin(number, ApplyJournal.ACTIVATE, location + "\t" + item, List.of());
        StockLevel level;
        try {
            level = sink.activate(location, item, intent.key());
        } catch (PortException.UnknownOutcome | PortException.Protocol unknown) {
            journal.unknown(intent, List.of(), unknown.describe());
            journal.tally().noTurn(row, Reason.AMBIGUOUS);
            return Optional.empty();
        } catch (PortException failed) {
            journal.notApplied(intent, failed.describe());
            if (failed.kind() != PortException.Kind.REJECTED || WriteGate.refused(failed)) {
                throw failed;
            }
            journal.tally().noTurn(row, Reason.REFUSED);
            return Optional.empty();
        }
        journal.applied(intent, List.of(), "activated");
        Optional<Quantity> remote = level.figure(row.figure());
        if (remote.isEmpty()) {
            journal.tally().noTurn(row, Reason.NO_LEVEL_AT_TARGET);
            return Optional.empty();
        }
        Quantity local = row.local().orElseThrow();
        Rebase.Seen base = new Rebase.Seen(local, remote.get(), false);
        return Optional.of(new Pending(
                withRemote(row), base, local, remote.get(), row.desired().orElseThrow()));
    }

    /** A level that was not there has nothing, as far as the plan could show. */
    static PlanRow withRemote(PlanRow row) {
        return new PlanRow(
                row.key(),
                row.title(),
                row.figure(),
                row.sourceItem(),
                row.targetItem(),
                row.acknowledged(),
                row.local(),
                row.remote().or(() -> Optional.of(Quantity.ZERO)),
                row.desired(),
                row.action(),
                row.reason(),
                row.hold(),
                row.rule());
    }
}
