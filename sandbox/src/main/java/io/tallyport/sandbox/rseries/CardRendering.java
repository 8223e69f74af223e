package io.tallyport.sandbox.rseries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tallyport.sandbox.catalogue.ProductCard;
import io.tallyport.sandbox.catalogue.Showcase;
import io.tallyport.sandbox.http.Json;
import java.util.ArrayList;
import java.util.List;

/** What an item shows customers, in the relations that hold it; a container of none is an empty text. */
final class CardRendering {

    private CardRendering() {}

    static void relation(ObjectNode node, ItemRow item, Relation relation) {
        ProductCard card = item.card();
        switch (relation) {
            case Tags -> tags(node, card);
            case Images -> images(node, item, card);
            case Category -> category(node, card);
            case ItemAttributes -> attributes(node, item);
            case ItemECommerce -> longText(node, item, card);
            default -> throw new IllegalArgumentException(relation.name());
        }
    }

    private static void tags(ObjectNode node, ProductCard card) {
        if (card.tags().isEmpty()) {
            node.put("Tags", "");
            return;
        }
        Rendering.rows(
                node.putObject("Tags"),
                "tag",
                card.tags().stream().map(TextNode::valueOf).toList());
    }

    private static void images(ObjectNode node, ItemRow item, ProductCard card) {
        if (card.images().isEmpty()) {
            node.put("Images", "");
            return;
        }
        List<ObjectNode> images = new ArrayList<>();
        for (String address : card.images()) {
            int name = address.lastIndexOf('/') + 1;
            images.add(Json.object()
                    .put("imageID", Long.toString(item.itemId * 10 + images.size()))
                    .put("description", "")
                    .put("filename", address.substring(name))
                    .put("ordering", Integer.toString(images.size()))
                    .put("publicID", address.substring(name))
                    .put("baseImageURL", address.substring(0, name))
                    .put("itemID", Long.toString(item.itemId))
                    .put("itemMatrixID", "0"));
        }
        Rendering.rows(node.putObject("Images"), "Image", images);
    }

    private static void category(ObjectNode node, ProductCard card) {
        if (!card.category().isEmpty()) {
            String path = card.category();
            node.putObject("Category")
                    .put("categoryID", Integer.toString(Showcase.categoryNumber(path)))
                    .put("name", path.substring(path.lastIndexOf('/') + 1))
                    .put("nodeDepth", path.contains("/") ? "1" : "0")
                    .put("fullPathName", path);
        }
    }

    private static void attributes(ObjectNode node, ItemRow item) {
        if (item.matrixId() != 0) {
            node.putObject("ItemAttributes")
                    .put("attribute1", Showcase.variantOf(item.madeTitle))
                    .put("attribute2", "")
                    .put("attribute3", "")
                    .put("itemAttributeSetID", "1");
        }
    }

    private static void longText(ObjectNode node, ItemRow item, ProductCard card) {
        if (!card.description().isEmpty()) {
            node.putObject("ItemECommerce")
                    .put("itemECommerceID", Long.toString(item.itemId))
                    .put("longDescription", card.description())
                    .put("shortDescription", "")
                    .put("listOnStore", "true");
        }
    }
}
