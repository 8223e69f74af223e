package io.tallyport.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.tallyport.core.kernel.Racers;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link SettingStore} keeps to. */
public interface SettingStoreContract {

    SettingStore subject();

    UnitOfWork unitOfWork();

    @Test
    default void whatWasPutIsFoundExactlyAsItWas() {
        for (String value : List.of("", " blanks ", "C:\\path\\'quoted' \"too\"", "Zürich 🛒\n\ttwo lines", "%_\0x")) {
            subject().put("key", value);

            assertThat(subject().find("key")).contains(value);
        }
    }

    @Test
    default void aLongValueIsKeptWhole() {
        String value = "ä".repeat(100_000);

        subject().put("long", value);

        assertThat(subject().find("long")).contains(value);
    }

    @Test
    default void keysThatDifferInCaseSpaceOrAccentAreDifferent() {
        List<String> keys = List.of("a", "A", "a ", "ä");
        keys.forEach(key -> subject().put(key, "value of <" + key + ">"));

        for (String key : keys) {
            assertThat(subject().find(key)).contains("value of <" + key + ">");
        }
        assertThat(subject().all()).hasSize(4);
        assertThat(subject().remove("a")).isTrue();
        assertThat(subject().all()).containsOnlyKeys("A", "a ", "ä");
    }

    @Test
    default void puttingAgainReplaces() {
        subject().put("key", "one");
        subject().put("key", "two");

        assertThat(subject().all()).containsExactly(entry("key", "two"));
    }

    @Test
    default void anUnknownKeyIsNotFoundAndNotRemoved() {
        assertThat(subject().find("nothing")).isEmpty();
        assertThat(subject().remove("nothing")).isFalse();
        assertThat(subject().all()).isEmpty();
    }

    @Test
    default void aFailedUnitOfWorkLeavesThemAsTheyWere() {
        subject().put("kept", "before");

        Undone.in(unitOfWork(), () -> {
            subject().put("kept", "after");
            subject().put("new", "1");
            subject().remove("kept");
        });

        assertThat(subject().all()).containsExactly(entry("kept", "before"));
    }

    @Test
    default void severalWhoPutTheSameKeyAtOnceLeaveOneOfTheirValues() {
        for (int round = 0; round < 5; round++) {
            String key = "race " + round;
            Racers.race(8, number -> {
                subject().put(key, "value " + number);
                return number;
            });

            assertThat(subject().find(key).orElseThrow()).startsWith("value ");
        }
    }
}
