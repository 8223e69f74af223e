package io.tallyport.core.consignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link CountSink} keeps to, together with the ports that a count goes through before. */
public interface CountSinkContract {

    ConsignmentsUnderTest platform();

    CountSink counts();

    /** Lets the platform's background task come to an end. */
    void listed(ExternalId count);

    /** How many of an item are at the outlet now. */
    Quantity stockOf(ExternalId item);

    private ExternalId item(int number) {
        return platform().item(number);
    }

    private Consignment read(ExternalId id) {
        return platform().source().read(id).orElseThrow();
    }

    private ExternalId begun(String reference) {
        ExternalId id = platform()
                .sink()
                .create(new NewConsignment(
                        ConsignmentKind.STOCKTAKE,
                        platform().outlet(),
                        Optional.empty(),
                        Optional.empty(),
                        reference,
                        "",
                        "m1",
                        List.of(item(0), item(1))));
        assertThat(read(id).state()).isEqualTo(ConsignmentState.SCHEDULED);
        platform().sink().advance(id, ConsignmentState.IN_PROGRESS);
        return id;
    }

    private ExternalId counted(String reference, long first, long second) {
        ExternalId id = begun(reference);
        listed(id);
        platform().lines().receive(id, item(0), Quantity.of(first));
        platform().lines().receive(id, item(1), Quantity.of(second));
        return id;
    }

    @Test
    default void aCountListsWhatItIsLimitedTo() {
        ExternalId id = begun("CNT-1");

        listed(id);

        assertThat(read(id).state()).isEqualTo(ConsignmentState.IN_PROGRESS_PROCESSED);
        assertThat(read(id).lines()).extracting(ConsignmentLine::product).containsExactlyInAnyOrder(item(0), item(1));
        assertThat(counts().mostItems()).isPositive();
    }

    @Test
    default void aFigureIsEnteredHoweverOften() {
        ExternalId id = counted("CNT-1", 4, 5);

        platform().lines().receive(id, item(0), Quantity.of(4));
        platform().lines().receive(id, item(1), Quantity.of(7));

        assertThat(read(id).line(item(0)).orElseThrow().received()).contains(Quantity.of(4));
        assertThat(read(id).line(item(1)).orElseThrow().received()).contains(Quantity.of(7));
        assertThat(read(id).state()).isEqualTo(ConsignmentState.IN_PROGRESS_PROCESSED);
    }

    @Test
    default void completingMakesTheFiguresTheStockOnce() {
        Quantity others = stockOf(item(2));
        ExternalId id = counted("CNT-1", 4, 0);

        counts().complete(id, Map.of(item(0), Quantity.of(4), item(1), Quantity.ZERO));
        counts().complete(id, Map.of(item(0), Quantity.of(4), item(1), Quantity.ZERO));

        assertThat(read(id).state()).isEqualTo(ConsignmentState.COMPLETE);
        assertThat(stockOf(item(0))).isEqualTo(Quantity.of(4));
        assertThat(stockOf(item(1))).isEqualTo(Quantity.ZERO);
        assertThat(stockOf(item(2))).isEqualTo(others);
    }

    @Test
    default void anotherFigureThanTheOneSaidIsNotCompleted() {
        Quantity before = stockOf(item(0));
        ExternalId id = counted("CNT-1", 4, 5);

        assertThatThrownBy(() -> counts().complete(id, Map.of(item(0), Quantity.of(4), item(1), Quantity.of(6))))
                .isInstanceOf(PortException.Conflict.class);

        assertThat(read(id).state()).isEqualTo(ConsignmentState.IN_PROGRESS_PROCESSED);
        assertThat(stockOf(item(0))).isEqualTo(before);
    }

    @Test
    default void aProductThatNobodySaidIsNotCompleted() {
        Quantity before = stockOf(item(1));
        ExternalId id = begun("CNT-1");
        listed(id);
        platform().lines().receive(id, item(0), Quantity.of(4));

        assertThatThrownBy(() -> counts().complete(id, Map.of(item(0), Quantity.of(4))))
                .isInstanceOf(PortException.Conflict.class);
        assertThatThrownBy(() -> counts().complete(
                                id,
                                Map.of(
                                        item(0), Quantity.of(4),
                                        item(1), Quantity.ZERO,
                                        item(2), Quantity.ZERO)))
                .isInstanceOf(PortException.Conflict.class);

        assertThat(read(id).state()).isEqualTo(ConsignmentState.IN_PROGRESS_PROCESSED);
        assertThat(stockOf(item(1))).isEqualTo(before);
    }

    @Test
    default void oneThatIsNotListedIsNotCompleted() {
        ExternalId id = begun("CNT-1");

        assertThatThrownBy(() -> counts().complete(id, Map.of(item(0), Quantity.of(4), item(1), Quantity.of(5))))
                .isInstanceOf(PortException.Transient.class);
    }

    @Test
    default void oneThatWasCalledOffIsNotCompleted() {
        Quantity before = stockOf(item(0));
        ExternalId id = counted("CNT-1", 4, 5);
        platform().sink().cancel(id);

        assertThatThrownBy(() -> counts().complete(id, Map.of(item(0), Quantity.of(4), item(1), Quantity.of(5))))
                .isInstanceOf(PortException.Conflict.class);

        assertThat(stockOf(item(0))).isEqualTo(before);
    }
}
