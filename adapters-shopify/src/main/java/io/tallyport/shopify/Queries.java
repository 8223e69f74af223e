package io.tallyport.shopify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The variables of the queries and of the activation. */
final class Queries {

    private Queries() {}

    record None() {}

    record Locations(int first, @Nullable String after) {}

    record Levels(String location, int first, @Nullable String after) {}

    record ChangedLevels(
            String location, int first, @Nullable String after, String filter) {}

    record LevelsOf(String location, List<String> items) {}

    record Products(int first, @Nullable String after) {}

    record ProductsOf(List<String> items) {}

    record Size(String location) {}

    record BulkRun(String query) {}

    record BulkStatus(String id) {}

    record Activate(String item, String location, String key) {}
}
