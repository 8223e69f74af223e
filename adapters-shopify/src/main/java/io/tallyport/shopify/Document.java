package io.tallyport.shopify;

import io.tallyport.core.connection.Access;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** The GraphQL operations, each a resource file, each declared as reading or writing. */
enum Document {
    SIZE("size", "productVariantsCount", Access.READ),
    CHECK("check", "currentAppInstallation", Access.READ),
    LOCATIONS("locations", "locations", Access.READ),
    LEVELS("levels", "productVariants", Access.READ),
    CHANGED_LEVELS("changed-levels", "location.inventoryLevels", Access.READ),
    LEVELS_OF("levels-of", "nodes", Access.READ),
    SHOP_FACTS("shop-facts", "productVariantsCount", Access.READ),
    PRODUCTS("products", "productVariants", Access.READ),
    PRODUCTS_OF("products-of", "nodes", Access.READ),
    /** A mutation that changes nothing in the shop. */
    BULK_RUN("bulk-run", "bulkOperationRunQuery", Access.READ),
    BULK_STATUS("bulk-status", "bulkOperation", Access.READ),
    /** What a bulk operation is told to read: sent within another document. */
    BULK_LEVELS("bulk-levels", "productVariants", Access.READ),
    SET_QUANTITIES("set-quantities", "inventorySetQuantities", Access.WRITE),
    ACTIVATE("activate", "inventoryActivate", Access.WRITE);

    private final String operation;
    private final Access access;
    private final String text;

    Document(String file, String operation, Access access) {
        this.operation = operation;
        this.access = access;
        this.text = load(file + ".graphql");
    }

    /** The name in journals and messages: the field that does the work. */
    String operation() {
        return operation;
    }

    Access access() {
        return access;
    }

    String text() {
        return text;
    }

    /** The mutations that change something. */
    static Stream<Document> writes() {
        return Arrays.stream(values()).filter(document -> document.access == Access.WRITE);
    }

    private static String load(String file) {
        try (InputStream stream = Document.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + file, broken);
        }
    }
}
