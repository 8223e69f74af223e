package io.tallyport.runtime.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.inventory.schedule.StockCycle;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonJobCodecTest {

    private enum Colour {
        RED
    }

    private record Part(String name, int pieces) {}

    private record Parcel(String to, boolean urgent, Colour colour, List<Part> parts, Map<String, String> notes) {}

    private final JsonJobCodec<Parcel> parcels = JsonJobCodec.of(Parcel.class, 1);
    private final JsonJobCodec<StockCycle> cycles = JsonJobCodec.of(StockCycle.class, 1);

    @Test
    void whatIsWrittenIsReadAgain() {
        Parcel parcel = new Parcel("Zoë", true, Colour.RED, List.of(new Part("mug", 3)), Map.of("a", "b"));
        assertThat(parcels.decode(1, parcels.encode(parcel))).isEqualTo(parcel);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "{\"route\":\"main\",\"full\":true,\"fill\":1}; there is no field \"fill\", only full, route",
                "{\"route\":\"main\"}; full",
                "{\"route\":\"main\",\"full\":null}; full",
                "{\"route\":\"main\",\"full\":\"yes\"}; at \"full\"",
                "{\"route\":7,\"full\":true}; at \"route\"",
                "{\"route\":\"main\",\"full\":true,\"full\":false}; full",
                "{\"route\":\"main\",\"full\":true} x; line 1",
                "{\"route\":\"main\"; line 1",
                "null; object",
                "[]; StockCycle",
                "{\"route\":\"A B\",\"full\":true}; lower-case letters"
            })
    void whatDoesNotFitIsRefusedWithThePlace(String payload, String words) {
        assertThatThrownBy(() -> cycles.decode(1, payload))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("payload")
                .hasMessageContaining(words);
    }

    @Test
    void anOlderVersionIsReadThroughItsUpgrades() {
        JsonJobCodec<StockCycle> third = JsonJobCodec.of(StockCycle.class, 3)
                .upgrading(1, fields -> {
                    fields.put("name", fields.remove("path"));
                    return fields;
                })
                .upgrading(2, fields -> Map.of("route", fields.getOrDefault("name", ""), "full", false));
        assertThat(third.decode(1, "{\"path\":\"main\"}")).isEqualTo(new StockCycle("main", false));
        assertThat(third.decode(2, "{\"name\":\"main\"}")).isEqualTo(new StockCycle("main", false));
        assertThat(third.decode(3, "{\"route\":\"main\",\"full\":true}")).isEqualTo(new StockCycle("main", true));
        assertThatThrownBy(() -> third.decode(4, "{}"))
                .hasMessageContaining("version 4")
                .hasMessageContaining("a newer one wrote it");
    }

    @Test
    void aVersionThatNobodyReadsIsRefused() {
        assertThatThrownBy(() -> cycles.decode(2, "{}"))
                .hasMessageContaining("version 2")
                .hasMessageContaining("reads version 1");
        assertThatThrownBy(() -> cycles.decode(0, "{}")).hasMessageContaining("version 0");
    }

    @Test
    void aValueIsNotInTheMessage() {
        assertThatThrownBy(() -> cycles.decode(1, "{\"route\":\"s3cret\",\"full\":\"s3cret\"}"))
                .hasMessageNotContaining("s3cret");
    }
}
