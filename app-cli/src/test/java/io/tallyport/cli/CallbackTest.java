package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CallbackTest {

    @Test
    void parametersAreDecodedAndTheFirstOfANameCounts() {
        assertThat(Callback.parameters("code=a%2Bb&state=s&state=other&empty=&bare&bad=%zz"))
                .isEqualTo(Map.of("code", "a+b", "state", "s", "empty", "", "bare", "", "bad", "%zz"));
    }

    @Test
    void anAddressIsToldFromACode() {
        Map<String, String> both = Map.of("code", "c", "state", "s");

        assertThat(Callback.ofPasted("https://example.org/done?code=c&state=s#_"))
                .contains(both);
        assertThat(Callback.ofPasted("code=c&state=s")).contains(both);
        assertThat(Callback.ofPasted("http://127.0.0.1:1/callback?error=access_denied&state=s"))
                .contains(Map.of("error", "access_denied", "state", "s"));
        assertThat(Callback.ofPasted("0a1b2c-d.e_f")).isEmpty();
        assertThat(Callback.ofPasted("what?ever")).isEmpty();
    }
}
