package io.tallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {

    private final Sources sources = new Sources(Set.of("10.0.0.1", "10.0.0.2"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
                    10.0.0.1    | 192.0.2.7                        | 192.0.2.7
                    10.0.0.1    | 198.51.100.9, 192.0.2.7          | 192.0.2.7
                    10.0.0.1    | 192.0.2.7, 10.0.0.2              | 192.0.2.7
                    10.0.0.1    | 10.0.0.2                         | 10.0.0.1
                    10.0.0.1    | none                             | 10.0.0.1
                    10.0.0.1    | 192.0.2.7,                       | 10.0.0.1
                    203.0.113.5 | 192.0.2.7                        | 203.0.113.5
                    """)
    void onlyProxiesAreBelieved(String peer, String forwarded, String source) {
        assertThat(sources.source(peer, Optional.ofNullable(forwarded))).isEqualTo(source);
    }
}
