package io.tallyport.sandbox.rseries;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Json;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What can be loaded along with an Item. */
enum Relation {
    ItemShops(true),
    ItemComponents(true),
    ItemVendorNums(true),
    Images(true),
    Tags(true),
    CustomFieldValues(true),
    Category(false),
    TaxClass(false),
    Department(false),
    ItemAttributes(false),
    Manufacturer(false),
    Season(false),
    Note(false),
    ItemECommerce(false),
    DefaultVendor(false);

    private final boolean toMany;

    Relation(boolean toMany) {
        this.toMany = toMany;
    }

    /** The extra cost on a single row, in tenths; doubled on lists. */
    int tenths() {
        return toMany ? 2 : 1;
    }

    /** Reads {@code ["ItemShops","Images"]} or {@code all}, which leaves out the custom fields. */
    static Set<Relation> parse(String raw) {
        if (raw.equals("all") || raw.equals("\"all\"") || raw.equals("[\"all\"]")) {
            return EnumSet.complementOf(EnumSet.of(CustomFieldValues));
        }
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        for (JsonNode name : list(raw)) {
            relations.add(named(name.asText())
                    .orElseThrow(() -> Refusal.badRequest("Unknown relation '" + name.asText() + "'.")));
        }
        return relations;
    }

    private static Optional<Relation> named(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }

    private static JsonNode list(String raw) {
        try {
            JsonNode list = Json.read(raw);
            if (list.isArray()) {
                return list;
            }
        } catch (IllegalArgumentException e) {
            // Answered below, as for JSON that is no list.
        }
        throw Refusal.badRequest("load_relations must be a JSON list of relation names.");
    }
}
