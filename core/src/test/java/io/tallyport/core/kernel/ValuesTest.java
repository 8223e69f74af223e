package io.tallyport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void aSkuIsComposedAndStrippedAndKeepsItsCase() {
        assertThat(new Sku(" \u00a0Te\u0301-1\t").value()).isEqualTo("T\u00e9-1");
        assertThat(new Sku("a-1")).isNotEqualTo(new Sku("A-1"));
        assertThat(new Sku("A 1")).isNotEqualTo(new Sku("A  1"));
    }

    @Test
    void blankIsNoSku() {
        assertThat(Sku.isPresent(null)).isFalse();
        assertThat(Sku.isPresent(" \u00a0")).isFalse();
        assertThatThrownBy(() -> new Sku(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void quantitiesAreEqualByValueAndRoundDown() {
        assertThat(Quantity.parse("5.00")).isEqualTo(Quantity.of(5)).hasSameHashCodeAs(Quantity.of(5));
        assertThat(Quantity.parse("0.000")).isEqualTo(Quantity.ZERO);
        assertThat(Quantity.parse("4.75").roundDown()).isEqualTo(Quantity.of(4));
        assertThat(Quantity.parse("-0.25").roundDown()).isEqualTo(Quantity.of(-1));
        assertThat(Quantity.of(1_000_000)).hasToString("1000000");
        assertThat(Quantity.of(100).hasFraction()).isFalse();
    }

    @Test
    void namesAreShortAndPlain() {
        assertThat(new ConnectionId("till-2")).hasToString("till-2");
        assertThatThrownBy(() -> new ConnectionId("Till")).hasMessageContaining("lower-case");
        assertThatThrownBy(() -> new RouteId("-x")).hasMessageContaining("route name");
        assertThatThrownBy(() -> new RouteId("x".repeat(41))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFailureIsDescribedInOneLineWithWhatToDo() {
        ErrorCode code = new ErrorCode("LS001", "timeout", "try again later");
        PortException failure = new PortException.Transient(
                FailureContext.of("read levels")
                        .on(new ConnectionId("till"))
                        .withStatus(503)
                        .withCode(code),
                "no answer",
                null);
        assertThat(failure.describe()).isEqualTo("LS001 no answer (read levels on till, status 503): try again later");
    }
}
