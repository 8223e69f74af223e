package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.inventory.PlanErrors;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static final ErrorCode CODE = new ErrorCode("XX001", "It broke", "mend it");

    @Test
    void aPortsFailureIsToldWithCodeMessageAndAction() {
        Failure failure = Failures.of(new PortException.Transient(
                FailureContext.of("readThings").withStatus(503).withCode(CODE), "no answer", null));
        assertThat(failure.code()).isEqualTo("XX001");
        assertThat(failure.message()).isEqualTo("XX001 no answer (readThings, status 503)");
        assertThat(failure.action()).isEqualTo("mend it");
        assertThat(failure.exit()).isEqualTo(1);
    }

    @Test
    void theActionNamesTheConnection() {
        ErrorCode ended =
                new ErrorCode("XX002", "It ended", "authorize again with: tallyport connection authorize NAME");

        Failure failure = Failures.of(new PortException.Authentication(
                FailureContext.of("readThings").on(new ConnectionId("till")).withCode(ended), "no"));

        assertThat(failure.action()).isEqualTo("authorize again with: tallyport connection authorize till");
    }

    @Test
    void withoutACodeTheKindIsTheCode() {
        Failure failure = Failures.of(new PortException.Conflict(FailureContext.of("save"), "taken"));
        assertThat(failure.code()).isEqualTo("CONFLICT");
        assertThat(failure.line()).isEqualTo("taken (save)");
    }

    @Test
    void refusedFieldsAreNamed() {
        Failure failure = Failures.of(new PortException.Rejected(
                FailureContext.of("set"), "refused", List.of(new PortException.FieldProblem("input.0", "too much"))));
        assertThat(failure.message()).contains("input.0: too much");
    }

    @Test
    void aHeldPlanIsNotAFailureButWaits() {
        Failure failure = Failures.of(new PortException.Rejected(
                FailureContext.of("apply plan").withCode(PlanErrors.HELD), "too many rows change"));
        assertThat(failure.exit()).isEqualTo(3);
        assertThat(failure.action()).contains("stock approve");
    }

    @Test
    void aRefusalIsToldInItsOwnWords() {
        assertThat(Failures.of(new IllegalArgumentException("there is no route \"x\""))
                        .message())
                .isEqualTo("there is no route \"x\"");
    }

    @Test
    void theUnexpectedIsOneLineWithAHintAndNothingOfItsMessage() {
        Failure failure = Failures.of(new IllegalStateException("password=secret"));
        assertThat(failure.line())
                .contains("IllegalStateException")
                .contains("--verbose")
                .doesNotContain("secret");
        assertThat(failure.exit()).isEqualTo(1);
    }

    @Test
    void aLongMessageIsOneLineOfReadableLength() {
        Failure failure =
                Failures.of(new PortException.Transient(FailureContext.of("x"), "one\n two " + "y".repeat(5000), null));
        assertThat(failure.message()).startsWith("one two").hasSizeLessThan(600);
    }
}
