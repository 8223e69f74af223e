package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.history.RunId;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link PreImageStore} keeps to. */
public interface PreImageStoreContract {

    RunId RUN = new RunId("run-1");

    PreImageStore subject();

    /** The journal that the same database keeps. */
    IntentJournal intents();

    UnitOfWork unitOfWork();

    private static Intent intent(int chunk) {
        return Intent.of(
                "plan",
                chunk,
                1,
                RUN.value(),
                new ConnectionId("shop"),
                "stock.set",
                "payload",
                Instant.parse("2026-03-08T02:30:00Z"));
    }

    private static PreImage image(Intent intent, String item) {
        return new PreImage(intent.id(), "SKU " + item, new ExternalId(item), StockFigure.AVAILABLE, -5, 4);
    }

    @Test
    default void thoseOfARunComeInTheOrderTheyWereStored() {
        intents().record(intent(1));
        intents().record(intent(2));
        subject().save(RUN, List.of(image(intent(1), "b"), image(intent(1), "a")));
        subject().save(RUN, List.of(image(intent(2), "A"), image(intent(2), "a ")));
        intents().settle(intent(1).id(), IntentState.APPLIED, "");

        assertThat(subject().ofRun(RUN))
                .containsExactly(
                        image(intent(1), "b"), image(intent(1), "a"), image(intent(2), "A"), image(intent(2), "a "));
        assertThat(subject().ofRun(new RunId("other"))).isEmpty();
    }

    @Test
    default void thoseWhoseIntentWasNotAppliedAreLeftOut() {
        int chunk = 0;
        for (IntentState state : IntentState.values()) {
            chunk++;
            intents().record(intent(chunk));
            subject().save(RUN, List.of(image(intent(chunk), state.name())));
            intents().settle(intent(chunk).id(), state, "");
        }

        assertThat(subject().ofRun(RUN))
                .extracting(image -> image.item().value())
                .containsExactly("RECORDED", "APPLIED", "UNKNOWN", "AMBIGUOUS");
    }

    @Test
    default void imagesMayBeSavedBeforeTheirIntentInOneUnit() {
        unitOfWork().inOne(() -> {
            subject().save(RUN, List.of(image(intent(1), "a")));
            intents().record(intent(1));
        });

        assertThat(subject().ofRun(RUN)).containsExactly(image(intent(1), "a"));
    }

    @Test
    default void extremeQuantitiesAreKept() {
        intents().record(intent(1));
        PreImage extreme = new PreImage(
                intent(1).id(), "k", new ExternalId("i"), StockFigure.ON_HAND, Long.MIN_VALUE, Long.MAX_VALUE);

        subject().save(RUN, List.of(extreme));

        assertThat(subject().ofRun(RUN)).containsExactly(extreme);
    }

    @Test
    default void savingNothingIsNothing() {
        subject().save(RUN, List.of());

        assertThat(subject().ofRun(RUN)).isEmpty();
    }

    @Test
    default void aFailedUnitOfWorkKeepsNeitherIntentNorImages() {
        Undone.in(unitOfWork(), () -> {
            intents().record(intent(1));
            subject().save(RUN, List.of(image(intent(1), "a")));
        });

        assertThat(subject().ofRun(RUN)).isEmpty();
        assertThat(intents().find(intent(1).id())).isEmpty();
    }
}
