package io.tallyport.sandbox.rseries;

import com.fasterxml.jackson.databind.JsonNode;

/** The XML that a client gets when it asks for nothing else; enough to notice, not the vendor's whole form. */
final class Xml {

    private Xml() {}

    static String of(JsonNode tree) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response>");
        content(xml, tree);
        return xml.append("</Response>\n").toString();
    }

    private static void content(StringBuilder xml, JsonNode node) {
        node.properties().forEach(property -> {
            if (!property.getKey().startsWith("@")) {
                element(xml, property.getKey(), property.getValue());
            }
        });
    }

    private static void element(StringBuilder xml, String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(one -> element(xml, name, one));
            return;
        }
        xml.append('<').append(name).append('>');
        if (value.isObject()) {
            content(xml, value);
        } else {
            xml.append(value.asText().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        }
        xml.append("</").append(name).append('>');
    }
}
