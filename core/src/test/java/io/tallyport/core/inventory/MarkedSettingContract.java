package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.inventory.AdjustProof.Verdict;
import io.tallyport.core.kernel.PortException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link InventorySink} keeps to whose platform remembers no keys, and switches no level on. */
public interface MarkedSettingContract extends LevelSettingContract {

    @Override
    AdjusterUnderTest shop();

    /** Our clock. */
    Clock clock();

    @Test
    default void aWriteWithoutAnAnswerIsProvenDone() {
        StockWrite write = marked(2);
        shop().loseTheNextAnswer();
        Instant sent = losing(write);

        assertThat(proof().prove(write, sent).verdicts()).containsValue(Verdict.DONE);
        assertThat(onHand(write.lines().get(0).item()))
                .isEqualTo(write.lines().get(0).to());
    }

    @Test
    default void aWriteThatWasLostOnItsWayIsProvenNotDoneOnceItCanLandNoMore() {
        StockWrite write = marked(-2);
        shop().loseTheNextRequest();
        Instant sent = losing(write);

        assertThat(proof().prove(write, sent).verdicts()).containsValue(Verdict.UNPROVEN);
        shop().pass(shop().settle());
        assertThat(proof().prove(write, sent).verdicts()).containsValue(Verdict.NOT_DONE);
    }

    @Test
    default void aMarkedWriteIsTheSameWhenItIsReadFromTheJournal() {
        StockWrite write = marked(1);

        assertThat(write.after()).isPresent();
        assertThat(StockWrite.parse(write.canonical())).isEqualTo(write);
    }

    @Test
    default void aSaleBetweenLookAndWriteStaysSold() {
        StockWrite write = marked(-3);
        shop().sellOneJustBeforeTheNextWrite();

        assertThat(sink().set(write, LevelSettingContract.key()).status()).isEqualTo(SetOutcome.Status.APPLIED);
        assertThat(onHand(write.lines().get(0).item()))
                .isEqualTo(write.lines().get(0).to() - 1);
    }

    @Test
    default void aLevelThatIsNotThereIsNotMade() {
        StockLevel level = all().stream()
                .filter(candidate -> candidate.tracked() && candidate.stocking() == Stocking.NOT_STOCKED)
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> sink().activate(shop().location(), level.item(), LevelSettingContract.key()))
                .isInstanceOf(PortException.Rejected.class);
        assertThat(shop().writesDone()).isZero();
    }

    private WriteProof proof() {
        return sink().proof().orElseThrow();
    }

    private StockWrite marked(long more) {
        StockLevel level = stocked().stream()
                .filter(one -> one.onHand().orElseThrow().toWholeUnits() >= 5)
                .findFirst()
                .orElseThrow();
        return write(List.of(level), more).after(proof().mark(shop().location()));
    }

    private Instant losing(StockWrite write) {
        Instant sent = clock().instant();
        assertThatThrownBy(() -> sink().set(write, LevelSettingContract.key()))
                .isInstanceOf(PortException.UnknownOutcome.class);
        return sent;
    }
}
