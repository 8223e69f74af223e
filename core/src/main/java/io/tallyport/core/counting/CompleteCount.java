package io.tallyport.core.counting;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.steps.Pause;
import java.util.List;
import java.util.Optional;

/**
 * Makes a count the stock, once: only when the consignment is about exactly the products of the list, says exactly what was counted of
 * each, and a person has named how many lines would set stock to zero or change it much.
 */
public final class CompleteCount {

    private static final int MOST = 8;

    private final CountDesk desk;

    public CompleteCount(CountDesk desk) {
        this.desk = desk;
    }

    /**
     * Completes, or says that it was.
     *
     * @param count the list that was entered
     * @param consent to the lines that change much, by their numbers as they are now
     * @return DONE, WAITING or HELD; nothing was done when it is held
     * @throws IllegalArgumentException when there is no such connection
     * @throws io.tallyport.core.kernel.PortException when the platform cannot be reached or refuses us; Conflict when somebody changed
     *     the count meanwhile, and nothing was done then. It may be given again whatever was thrown
     */
    public CountResult complete(StockCount count, CountConsent consent, String actor) {
        try (RemoteCounts remote = RemoteCounts.open(desk.connectors(), count.connection())) {
            CountItems items = StartCount.items(desk, remote, count);
            CountWork work = new CountWork(desk, remote, count.connection(), count.reference(), actor);
            for (int look = 0; look < MOST; look++) {
                work.settleOpen();
                CountWork.Look found = work.look(items.outlet());
                if (found.none()) {
                    throw Pause.held(
                            CountErrors.NOT_THERE,
                            "there is no live count " + count.reference() + "; start it first: tallyport count start");
                }
                Optional<CountResult> ended =
                        found.there().flatMap(there -> bring(there, items, consent, remote, work));
                if (ended.isPresent()) {
                    return ended.get();
                }
            }
            throw Pause.held(CountErrors.NOT_THERE, "the platform does not complete count " + count.reference());
        } catch (Pause pause) {
            return CountResult.of(pause);
        }
    }

    private Optional<CountResult> bring(
            Consignment there, CountItems items, CountConsent consent, RemoteCounts remote, CountWork work) {
        StartCount.ensureOutlet(there, items);
        switch (there.state()) {
            case SCHEDULED ->
                throw Pause.held(
                        CountErrors.OTHER_FIGURES,
                        "consignment " + there.id() + " is not begun; start it first: tallyport count start");
            case IN_PROGRESS ->
                throw Pause.until(
                        desk.now().plus(desk.policy().listing()),
                        "the platform is listing what consignment " + there.id() + " is about");
            case IN_PROGRESS_PROCESSED -> {
                CountGuard guard = CountGuard.of(there, items.lines());
                guard.ensureSameProducts(there.id());
                guard.ensureSameFigures(there.id());
                List<CountRow> rows = CountFigures.rows(items, remote.levels(), desk.policy());
                ensureConsent(consent, CountConsent.neededBy(rows));
                work.complete(
                        there.id(),
                        items,
                        rows.size() + " lines, " + consent.zeroed() + " to zero, " + consent.large()
                                + " large changes");
                return Optional.empty();
            }
            case COMPLETE -> {
                return Optional.of(done(there, items));
            }
            default -> throw StartCount.unusable(there);
        }
    }

    private static void ensureConsent(CountConsent given, CountConsent needed) {
        if (!given.equals(needed)) {
            throw Pause.held(
                    CountErrors.NO_CONSENT,
                    needed.zeroed() + " lines would set stock to zero and " + needed.large()
                            + " would change it much; consent was given to " + given.zeroed() + " and "
                            + given.large());
        }
    }

    /** It is the stock now; says so when it says something else than this list. */
    static CountResult done(Consignment there, CountItems items) {
        CountGuard guard = CountGuard.of(there, items.lines());
        boolean same = guard.others().isEmpty()
                && guard.missing().isEmpty()
                && guard.differing().isEmpty();
        return CountResult.of(
                CountResult.Ending.DONE,
                Optional.of(there.id()),
                "consignment " + there.id() + " is complete, its figures are the stock; it cannot be done again"
                        + (same ? "" : ". It was completed with another list than this one: take another reference"));
    }
}
