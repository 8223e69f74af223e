package io.tallyport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every unit of work keeps to. */
public interface UnitOfWorkContract {

    UnitOfWork subject();

    /** Stores something through any store of the same database. */
    void put(String key, String value);

    /** What was stored. */
    Optional<String> get(String key);

    @Test
    default void whatTheBodyStoredIsThereAfterwards() {
        subject().inOne(() -> {
            put("a", "1");
            put("b", "2");
        });

        assertThat(get("a")).contains("1");
        assertThat(get("b")).contains("2");
    }

    @Test
    default void theResultOfTheBodyComesOut() {
        assertThat(subject().<String>inOne(() -> "result")).isEqualTo("result");
    }

    @Test
    default void theBodySeesWhatItStored() {
        Optional<String> seen = subject().inOne((Supplier<Optional<String>>) () -> {
            put("a", "1");
            return get("a");
        });

        assertThat(seen).contains("1");
    }

    @Test
    default void nothingIsThereAndTheFailureComesOutUnchangedWhenTheBodyThrows() {
        put("a", "before");
        IllegalStateException failure = new IllegalStateException("no");

        assertThatThrownBy(() -> subject().inOne(() -> {
                    put("a", "after");
                    put("b", "2");
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(get("a")).contains("before");
        assertThat(get("b")).isEmpty();
    }

    @Test
    default void aUnitInsideAUnitIsUndoneWithIt() {
        assertThatThrownBy(() -> subject().inOne(() -> {
                    subject().inOne(() -> put("inner", "1"));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(get("inner")).isEmpty();
    }

    @Test
    default void aUnitInsideAUnitThatFailsLeavesNothingWhenTheOuterGoesOn() {
        subject().inOne(() -> {
            put("outer", "1");
            assertThatThrownBy(() -> subject().inOne(() -> {
                        put("inner", "1");
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            put("afterwards", "1");
        });

        assertThat(get("outer")).contains("1");
        assertThat(get("afterwards")).contains("1");
        assertThat(get("inner")).isEmpty();
    }

    @Test
    default void whatIsToRunAfterTheCommitSeesWhatWasStored() {
        List<Optional<String>> seen = new ArrayList<>();
        subject().inOne(() -> {
            subject().inOne(() -> subject().afterCommit(() -> seen.add(get("a"))));
            put("a", "1");
            assertThat(seen).as("not before").isEmpty();
        });

        assertThat(seen).containsExactly(Optional.of("1"));
        subject().afterCommit(() -> seen.add(Optional.of("at once")));
        assertThat(seen).contains(Optional.of("at once"));
    }

    @Test
    default void whatFailsHasNoAfterwards() {
        List<String> ran = new ArrayList<>();
        assertThatThrownBy(() -> subject().inOne(() -> {
                    subject().afterCommit(() -> ran.add("failed"));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        subject().inOne(() -> {
            subject().afterCommit(() -> ran.add("outer"));
            assertThatThrownBy(() -> subject().inOne(() -> {
                        subject().afterCommit(() -> ran.add("inner"));
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        });

        assertThat(ran).containsExactly("outer");
    }

    @Test
    default void whatThrowsAfterTheCommitHurtsNobody() {
        subject().inOne(() -> {
            put("a", "1");
            subject().afterCommit(() -> {
                throw new IllegalStateException("no");
            });
        });

        assertThat(get("a")).contains("1");
    }

    @Test
    default void anErrorUndoesLikeAnException() {
        assertThatThrownBy(() -> subject().inOne(() -> {
                    put("a", "1");
                    throw new AssertionError("broken");
                }))
                .isInstanceOf(AssertionError.class);

        assertThat(get("a")).isEmpty();
    }
}
