package io.tallyport.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant SERVER = Instant.parse("2020-07-15T15:04:00Z");

    @ParameterizedTest
    @CsvSource({
        "3, PT3S",
        "2.0, PT2S",
        "0.25, PT0.25S",
        "-4, PT0S",
        "99999999999999, PT24H",
        "'Wed, 15 Jul 2020 15:04:05 GMT', PT5S",
        "'Wed, 15 Jul 2020 15:03:05 GMT', PT0S",
        "'Thu, 15 Jul 2021 15:03:05 GMT', PT24H",
    })
    void everyDialectIsUnderstood(String text, String wait) {
        assertThat(RetryAfter.parse(text, SERVER)).contains(Duration.parse(wait));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2 s"})
    void whatMakesNoSenseIsNothing(String text) {
        assertThat(RetryAfter.parse(text, SERVER)).isEmpty();
    }

    @Test
    void aTokenInAQueryIsNotShown() {
        assertThat(RedactedPath.of("https://shop.example/a/b?x=1&Refresh_Token=abc&code=9&itemCode=7"))
                .isEqualTo("/a/b?x=1&Refresh_Token=***&code=***&itemCode=7");
        assertThat(RedactedPath.of("https://shop.example")).isEqualTo("/");
    }
}
