package io.tallyport.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.sandbox.http.FaultKind;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FaultScriptTest {

    @Test
    void everythingButTheKindCanBeLeftOut() {
        FaultRule rule = only("[{\"do\":{\"kind\":\"cut-after\"}}]");
        assertThat(rule.fault().kind()).isEqualTo(FaultKind.CUT_AFTER);
        assertThat(hits(rule)).containsExactly(1);
    }

    @Test
    void aRuleBeginsAndEndsWhereItSays() {
        assertThat(hits(only("[{\"after\":3,\"times\":2,\"do\":{\"kind\":\"status\"}}]")))
                .containsExactly(3, 4);
    }

    @Test
    void aRecurringRuleGoesOnWithoutEnd() {
        assertThat(hits(only("[{\"every\":4,\"do\":{\"kind\":\"status\"}}]"))).containsExactly(4, 8, 12, 16, 20);
        assertThat(hits(only("[{\"every\":4,\"after\":2,\"times\":3,\"do\":{\"kind\":\"status\"}}]")))
                .containsExactly(2, 6, 10);
    }

    @Test
    void aStatusAndItsRetryAfterAreRead() {
        FaultRule rule = only("[{\"do\":{\"kind\":\"status\",\"status\":429,\"retryAfter\":\"2\"}}]");
        assertThat(rule.fault().status()).isEqualTo(429);
        assertThat(rule.fault().retryAfter()).contains("2");
    }

    @Test
    void aDelayIsReadInMilliseconds() {
        assertThat(only("[{\"do\":{\"kind\":\"late\",\"millis\":250}}]").fault().delay())
                .isEqualTo(Duration.ofMillis(250));
        refuses("[{\"do\":{\"kind\":\"slow\"}}]", "rule 1, do: 'slow' needs 'millis'");
    }

    @Test
    void whatIsUnknownIsNamed() {
        refuses("[{\"do\":{\"kind\":\"explode\"}}]", "rule 1, do: unknown kind 'explode'; one of status, html");
        refuses("[{\"do\":{\"kind\":\"html\",\"code\":1}}]", "rule 1, do: unknown field 'code'");
        refuses("[{\"do\":{\"kind\":\"html\"}},{\"if\":{},\"do\":{}}]", "rule 2: unknown field 'if'");
        refuses("[{\"on\":{\"path\":\"/\"},\"do\":{\"kind\":\"html\"}}]", "rule 1, on: unknown field 'path'");
        refuses("[{\"on\":{\"platform\":\"ebay\"},\"do\":{\"kind\":\"html\"}}]", "unknown platform 'ebay'");
        refuses("[{\"do\":{}}]", "'kind' is missing");
        refuses("[{\"after\":0,\"do\":{\"kind\":\"html\"}}]", "'after' must be a whole number of 1 or more");
        refuses("{}", "a fault script is a JSON array");
        refuses("nonsense", "not JSON");
    }

    private static FaultRule only(String script) {
        return FaultScript.parse(script).rules().get(0);
    }

    private static long[] hits(FaultRule rule) {
        return LongStream.rangeClosed(1, 20).filter(rule::hits).toArray();
    }

    private static void refuses(String script, String message) {
        assertThatThrownBy(() -> FaultScript.parse(script))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
