package io.tallyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HttpOptionsTest {

    private static final Path HOME = Path.of("home");

    @Test
    void withoutOptionsItListensOnLoopbackAlone() {
        assertThat(HttpOptions.parse(List.of(), HOME))
                .isEqualTo(new HttpOptions("127.0.0.1", 8080, HOME.resolve(".tallyport"), false, Set.of()));
    }

    @Test
    void allOptionsAreTaken() {
        assertThat(HttpOptions.parse(
                        List.of(
                                "--with-worker",
                                "--port",
                                "0",
                                "--host",
                                "0.0.0.0",
                                "--data",
                                "there",
                                "--proxy",
                                "::1"),
                        HOME))
                .isEqualTo(new HttpOptions("0.0.0.0", 0, Path.of("there"), true, Set.of("::1")));
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> HttpOptions.parse(List.of("--port", "99999"), HOME))
                .hasMessageContaining("--port");
        assertThatThrownBy(() -> HttpOptions.parse(List.of("--data"), HOME)).hasMessageContaining("--data needs");
        assertThatThrownBy(() -> HttpOptions.parse(List.of("--tls"), HOME)).hasMessageContaining("--tls");
    }
}
