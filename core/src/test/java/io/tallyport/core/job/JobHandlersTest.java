package io.tallyport.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobHandlersTest {

    private static final JobType<String> WORK = JobType.of("work", 1, new TextCodec());
    private static final JobType<String> OTHER = JobType.of("other", 1, new TextCodec());

    @Test
    void aTypeHasOneHandler() {
        JobHandlers handlers = JobHandlers.NONE.with(WORK, (text, context) -> Outcome.done());

        assertThat(handlers.types()).containsExactly("work");
        assertThat(handlers.type("work")).contains(WORK);
        assertThat(handlers.type("other")).isEmpty();
        assertThatThrownBy(() ->
                        handlers.with(WORK.withTimeLimit(Duration.ofSeconds(1)), (text, context) -> Outcome.done()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"work\"");
    }

    @Test
    void someTypesCanBeChosen() {
        JobHandlers handlers = JobHandlers.NONE
                .with(WORK, (text, context) -> Outcome.done())
                .with(OTHER, (text, context) -> Outcome.done());

        assertThat(handlers.only(Set.of("other")).types()).containsExactly("other");
        assertThatThrownBy(() -> handlers.only(Set.of("othre")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("othre")
                .hasMessageContaining("work, other");
    }
}
