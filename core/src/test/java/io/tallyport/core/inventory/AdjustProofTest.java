package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.inventory.AdjustProof.Verdict;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdjustProofTest {

    private static final StockAdjustment.Line LINE = new StockAdjustment.Line(new ExternalId("a"), Quantity.of(-3));

    @Test
    void whatIsDoneAddedTheWantedDifferenceUnlessItSaysOtherwise() {
        assertThat(new AdjustProof(Map.of(LINE.item(), Verdict.DONE)).applied(LINE))
                .isEqualTo(Quantity.of(-3));
        assertThat(new AdjustProof(Map.of(LINE.item(), Verdict.DONE), Map.of(LINE.item(), Quantity.of(-1)))
                        .applied(LINE))
                .isEqualTo(Quantity.of(-1));
        assertThat(new AdjustProof(Map.of(LINE.item(), Verdict.NOT_DONE)).applied(LINE))
                .isEqualTo(Quantity.ZERO);
    }

    @Test
    void whatIsUnprovenAddedNothingThatCouldBeTold() {
        AdjustProof proof = new AdjustProof(Map.of(LINE.item(), Verdict.UNPROVEN));

        assertThatThrownBy(() -> proof.applied(LINE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new AdjustProof(Map.of()).applied(LINE)).isInstanceOf(IllegalStateException.class);
    }
}
