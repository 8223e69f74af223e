package io.tallyport.lightspeed.rseries;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an item shows customers, in the relations that hold it; any part may be missing. */
final class ShownWire {

    private ShownWire() {}

    /** In every item without being asked for. */
    record Prices(@JsonProperty("ItemPrice") @Nullable List<Price> rows) {}

    record Price(@Nullable String amount, @Nullable String useType) {}

    record Category(@Nullable String name, @Nullable String fullPathName) {}

    record Images(@JsonProperty("Image") @Nullable List<Image> rows) {}

    record Image(
            @Nullable String ordering,
            @Nullable String publicID,
            @Nullable String baseImageURL) {}

    /** Texts, or rows with a name. */
    record Tags(@JsonProperty("tag") @Nullable List<JsonNode> rows) {}

    /** Of an item that has a matrix. */
    record Attributes(
            @Nullable String attribute1,
            @Nullable String attribute2,
            @Nullable String attribute3) {}

    record LongText(
            @Nullable String longDescription, @Nullable String shortDescription) {}

    record Note(@Nullable String note) {}
}
