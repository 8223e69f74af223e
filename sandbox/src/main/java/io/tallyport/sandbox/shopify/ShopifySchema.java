package io.tallyport.sandbox.shopify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The part of Shopify's Admin schema 2026-07 that the stand-in serves; its own text, checked against Shopify's. */
public final class ShopifySchema {

    /** Where the text lies on the class path. */
    public static final String RESOURCE = "/io/tallyport/sandbox/shopify/schema.graphql";

    private ShopifySchema() {}

    /** The schema in GraphQL's schema language. */
    public static String text() {
        try (InputStream in = ShopifySchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
