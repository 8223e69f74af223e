package io.tallyport.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CategoryReaderTest {

    private final InMemoryProducts products = new InMemoryProducts();
    private final InMemoryItemCategories kept = new InMemoryItemCategories();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));

    private CategoryReader reader(String account) {
        Connection connection = new Connection(
                new ConnectionId("till"),
                new Platform("pos"),
                account,
                URI.create("http://127.0.0.1:1"),
                Environment.SANDBOX,
                AccessMode.READ,
                true,
                Map.of(),
                Map.of());
        return new CategoryReader(kept, products, connection, clock);
    }

    private Optional<String> category(String item) {
        return reader("a")
                .of(List.of(new ExternalId(item)))
                .getOrDefault(new ExternalId(item), Optional.of("not told"));
    }

    @Test
    void productsAreReadOnceADay() {
        products.put("1", "Shoes");
        products.put("2", "");
        CategoryRead first = reader("a").refresh(Progress.NONE);
        reader("a").refresh(Progress.NONE);
        assertThat(products.wholeReads()).isEqualTo(1);
        assertThat(category("1")).contains("Shoes");
        assertThat(category("2")).isEmpty();
        assertThat(products.singleReads()).isZero();

        clock.advance(CategoryReader.FRESH);
        CategoryRead second = reader("a").refresh(Progress.NONE);
        assertThat(products.wholeReads()).isEqualTo(2);
        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(second.changes()).isEqualTo(first.changes());

        products.put("1", "Hats");
        clock.advance(CategoryReader.FRESH.plus(Duration.ofMinutes(1)));
        assertThat(reader("a").refresh(Progress.NONE).changes()).isEqualTo(first.changes() + 1);
        assertThat(category("1")).contains("Hats");
    }

    @Test
    void anItemThatIsNewIsAskedForOnceByItself() {
        reader("a").refresh(Progress.NONE);
        products.put("9", "Hats");

        assertThat(category("9")).contains("Hats");
        assertThat(category("9")).contains("Hats");
        assertThat(category("gone")).isEmpty();
        assertThat(category("gone")).isEmpty();
        assertThat(products.singleReads()).isEqualTo(2);
        assertThat(products.wholeReads()).isEqualTo(1);
    }

    @Test
    void aConnectionThatIsSomethingElseNowIsReadAnew() {
        reader("a").refresh(Progress.NONE);
        reader("b").refresh(Progress.NONE);

        assertThat(products.wholeReads()).isEqualTo(2);
    }

    @Test
    void aReadThatDidNotSeeEverythingEndsWithoutForgettingAnything() {
        products.put("1", "Shoes");
        products.put("2", "Hats");
        reader("a").refresh(Progress.NONE);
        clock.advance(CategoryReader.FRESH);
        products.remove("2");
        products.total = OptionalLong.of(2);

        assertThatThrownBy(() -> reader("a").refresh(Progress.NONE)).isInstanceOf(PortException.Protocol.class);
        assertThat(category("2")).contains("Hats");
    }
}
