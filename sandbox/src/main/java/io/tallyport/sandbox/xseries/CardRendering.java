package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.catalogue.ProductCard;
import io.tallyport.sandbox.catalogue.Showcase;

/** What a product shows customers, in the fields that hold it; a type that is not there is an empty object. */
final class CardRendering {

    private final Ids ids;

    CardRendering(Ids ids) {
        this.ids = ids;
    }

    void shown(ObjectNode node, ProductCard card) {
        node.put("description", card.description().isEmpty() ? null : card.description());
        type(node, card.category());
        tags(node, card);
        images(node, card);
        ArrayNode codes = node.putArray("product_codes");
        if (!card.barcode().isEmpty()) {
            codes.addObject().put("type", "custom").put("code", card.barcode());
        }
    }

    private void type(ObjectNode node, String category) {
        ObjectNode type = node.putObject("type");
        if (!category.isEmpty()) {
            String id = ids.of(Ids.Kind.TYPE, Showcase.categoryNumber(category));
            node.put("product_type_id", id);
            type.put("id", id).put("name", category.substring(category.lastIndexOf('/') + 1));
        }
    }

    /** What the interface calls tags, this version calls categories. */
    private void tags(ObjectNode node, ProductCard card) {
        ArrayNode tagIds = node.putArray("tag_ids");
        ArrayNode categories = node.putArray("categories");
        card.tags().forEach(tag -> {
            String id = ids.of(Ids.Kind.TAG, Showcase.categoryNumber(tag));
            tagIds.add(id);
            categories.addObject().put("id", id).put("name", tag);
        });
    }

    private void images(ObjectNode node, ProductCard card) {
        ArrayNode images = node.putArray("images");
        card.images()
                .forEach(address -> images.addObject()
                        .put("id", ids.of(Ids.Kind.IMAGE, Showcase.categoryNumber(address)))
                        .put("url", address)
                        .putObject("sizes")
                        .put("original", address));
        node.put("image_url", card.images().isEmpty() ? null : card.images().get(0));
    }
}
