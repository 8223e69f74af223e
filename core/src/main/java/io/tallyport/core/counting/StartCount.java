package io.tallyport.core.counting;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.steps.Pause;
import io.tallyport.core.kernel.ExternalId;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the count at the platform and enters every figure, and stops there: no stock changes before {@link CompleteCount}.
 *
 * <p>May be stopped at any point and started again with the same list, also by another process and at the same time. When all is
 * entered it reads and writes nothing. With another list of the same products it enters what differs.
 */
public final class StartCount {

    /** More looks than any count needs that the platform takes: made, begun, listed, entered, some lost answers on the way. */
    private static final int MOST = 20;

    private final CountDesk desk;

    public StartCount(CountDesk desk) {
        this.desk = desk;
    }

    /**
     * Starts, or goes on.
     *
     * @return COUNTED, DONE, WAITING or HELD
     * @throws IllegalArgumentException when there is no such connection
     * @throws io.tallyport.core.kernel.PortException when the platform cannot be reached or refuses us; Conflict when another worker
     *     was faster. It may be started again whatever was thrown
     */
    public CountResult start(StockCount count, String actor) {
        try (RemoteCounts remote = RemoteCounts.open(desk.connectors(), count.connection())) {
            CountItems items = items(desk, remote, count);
            CountWork work = new CountWork(desk, remote, count.connection(), count.reference(), actor);
            for (int look = 0; look < MOST; look++) {
                work.settleOpen();
                CountWork.Look found = work.look(items.outlet());
                if (found.none()) {
                    work.create(count, items);
                    continue;
                }
                Optional<CountResult> ended = found.there().flatMap(there -> bring(there, items, work));
                if (ended.isPresent()) {
                    return ended.get();
                }
            }
            throw Pause.held(
                    CountErrors.OTHER_FIGURES,
                    "after " + MOST + " looks the platform still has not what was written to count "
                            + count.reference());
        } catch (Pause pause) {
            return CountResult.of(pause);
        }
    }

    /** Everything that can be known before anything is sent. */
    static CountItems items(CountDesk desk, RemoteCounts remote, StockCount count) {
        remote.check();
        CountItems items = CountItems.of(
                count,
                desk.stores().partners(),
                remote.items(),
                remote.source().abilities().quantityPlaces());
        int most = remote.counts().mostItems();
        if (!count.whole() && items.lines().size() > most) {
            throw Pause.held(
                    CountErrors.BAD_COUNT,
                    "the platform limits a count to at most " + most + " products, the list has "
                            + items.lines().size()
                            + ": make several counts of it, or count the whole outlet and say so");
        }
        return items;
    }

    /** One step on; empty when something was written and is to be read back. */
    private Optional<CountResult> bring(Consignment there, CountItems items, CountWork work) {
        ensureOutlet(there, items);
        switch (there.state()) {
            case SCHEDULED -> work.begin(there.id());
            case IN_PROGRESS ->
                throw Pause.until(
                        desk.now().plus(desk.policy().listing()),
                        "the platform is listing what consignment " + there.id() + " is about");
            case IN_PROGRESS_PROCESSED -> {
                CountGuard.of(there, items.lines()).ensureSameProducts(there.id());
                return enter(there, items, work)
                        ? Optional.of(CountResult.of(
                                CountResult.Ending.COUNTED,
                                Optional.of(there.id()),
                                "all " + items.lines().size() + " figures stand in consignment " + there.id()
                                        + "; no stock has changed"))
                        : Optional.empty();
            }
            case COMPLETE -> {
                return Optional.of(CompleteCount.done(there, items));
            }
            default -> throw unusable(there);
        }
        return Optional.empty();
    }

    static void ensureOutlet(Consignment there, CountItems items) {
        if (!there.header().outlet().equals(items.outlet())) {
            throw Pause.held(
                    CountErrors.NOT_THERE,
                    "consignment " + there.id() + " is at outlet "
                            + there.header().outlet() + ", not at " + items.outlet());
        }
    }

    static Pause unusable(Consignment there) {
        return Pause.held(
                CountErrors.NOT_THERE,
                "consignment " + there.id() + " is " + there.header().status() + " at the platform");
    }

    /** Whether every figure stands there; false when some were written. */
    private static boolean enter(Consignment there, CountItems items, CountWork work) {
        ExternalId id = there.id();
        boolean stands = true;
        for (Map.Entry<ExternalId, CountedLine> entry : items.lines().entrySet()) {
            ConsignmentLine line = there.line(entry.getKey()).orElseThrow();
            if (stands(line, entry.getValue(), id, work)) {
                continue;
            }
            if (work.isCompletionSent(id)) {
                throw Pause.held(
                        CountErrors.OTHER_FIGURES,
                        "completing consignment " + id + " was asked for and not answered, so its figures stand fast: "
                                + entry.getValue().sku() + " was counted "
                                + entry.getValue().counted() + ", there is "
                                + line.receivedOrNone() + "; call it off and count anew");
            }
            stands = false;
            if (!work.enter(id, entry.getKey(), entry.getValue().counted())) {
                return false;
            }
        }
        return stands;
    }

    /** A zero is entered, too: some platforms tell it from nothing, and those that do not show nothing for it. */
    private static boolean stands(ConsignmentLine line, CountedLine counted, ExternalId id, CountWork work) {
        boolean same = line.receivedOrNone().equals(counted.counted());
        return same && (line.received().isPresent() || work.isEntered(id, line.product(), counted.counted()));
    }
}
