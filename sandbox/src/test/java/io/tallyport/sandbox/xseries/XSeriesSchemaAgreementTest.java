package io.tallyport.sandbox.xseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares what we serve as 2.0 with the vendor's own OpenAPI, which is not part of this repository: its file is named by
 * TALLYPORT_XSERIES_SCHEMA (system property or environment) or lies under shared/schemas beside a parent directory.
 */
class XSeriesSchemaAgreementTest {

    private static final String SETTING = "TALLYPORT_XSERIES_SCHEMA";
    private static final String FILE = "shared/schemas/lightspeed-x-2.0-openapi.json";

    private static final String ANSWER = "/get/responses/200/content/application~1json";

    /** Told by the vendor's examples of nested objects only in part. */
    private static final Set<String> OPAQUE = Set.of("type", "brand", "supplier", "contact");

    private final TestRetailer retailer = new TestRetailer(60);
    private final List<String> differences = new ArrayList<>();

    @Test
    void everyPathAndFieldWeServeIsTheVendors() throws IOException {
        Optional<Path> file = schemaFile();
        assumeTrue(file.isPresent(), "No " + FILE + " nearby and no " + SETTING + ": agreement not checked");
        JsonNode theirs = Json.read(Files.readString(file.orElseThrow()));
        served().forEach((path, answer) -> compare(theirs, path, answer));
        assertThat(differences).isEmpty();
    }

    @Test
    void aDifferenceIsNoticed() {
        JsonNode theirs = Json.read("""
                {"paths":{"/outlets":{"get":{"responses":{"200":{"content":{"application/json":{"schema":
                  {"$ref":"#/components/schemas/List"}}}}}}}},
                 "components":{"schemas":{"List":{"properties":{"data":{"type":"array","items":
                  {"properties":{"id":{"type":"string"},"version":{"type":"string"}}}}}}}}}""");
        compare(theirs, "/outlets", Json.read("{\"data\":[{\"id\":\"1\",\"name\":\"A\",\"version\":1}]}"));
        compare(theirs, "/weather", Json.read("{}"));
        assertThat(differences)
                .containsExactly(
                        "/outlets: data.name is not the vendor's",
                        "/outlets: data.version is a number, not a string",
                        "/weather is not read at the vendor's");
    }

    /** An answer for each path as the vendor spells it. */
    private Map<String, JsonNode> served() {
        String api = "/api/2.0";
        JsonNode products = retailer.get(api + "/products?deleted=true");
        String product = products.at("/data/0/id").asText();
        JsonNode outlets = retailer.get(api + "/outlets?deleted=true");
        JsonNode registers = retailer.get(api + "/registers?deleted=true");
        Map<String, JsonNode> served = new LinkedHashMap<>();
        served.put("/retailer", retailer.get(api + "/retailer"));
        served.put("/outlets", outlets);
        served.put("/outlets/{outlet_id}", retailer.get(api + "/outlets/" + id(outlets)));
        served.put("/registers", registers);
        served.put("/registers/{register_id}", retailer.get(api + "/registers/" + id(registers)));
        served.put("/products", products);
        served.put("/products/{product_id}", retailer.get(api + "/products/" + product));
        served.put("/products/{product_id}/inventory", retailer.get(api + "/products/" + product + "/inventory"));
        served.put("/inventory", retailer.get(api + "/inventory"));
        Orders orders = new Orders();
        String order = orders.made("SUPPLIER");
        orders.add(order, orders.products().get(0), "3");
        served.put("/consignments/{consignment_id}", orders.retailer.get(api + "/consignments/" + order));
        served.put(
                "/consignments/{consignment_id}/products",
                orders.retailer.get(api + "/consignments/" + order + "/products"));
        served.put(
                "/consignments/{consignment_id}/totals",
                orders.retailer.get(api + "/consignments/" + order + "/totals"));
        JsonNode suppliers = retailer.get(api + "/suppliers");
        served.put("/suppliers", suppliers);
        served.put("/suppliers/{supplier_id}", retailer.get(api + "/suppliers/" + id(suppliers)));
        served.put("/search", retailer.get(api + "/search?type=products"));
        return served;
    }

    private static String id(JsonNode list) {
        return list.at("/data/0/id").asText();
    }

    private void compare(JsonNode theirs, String path, JsonNode answer) {
        JsonNode content = theirs.path("paths").path(path).at(ANSWER);
        if (content.isMissingNode()) {
            differences.add(path + " is not read at the vendor's");
            return;
        }
        JsonNode schema = resolved(theirs, content.path("schema"));
        if (!path.equals("/search")) {
            fields(theirs, path, "", answer, schema, examples(theirs, path, content));
        }
    }

    /** The vendor's list shows no product with an image; what an image holds is shown by the reading of one product. */
    private static List<JsonNode> examples(JsonNode theirs, String path, JsonNode content) {
        JsonNode one =
                theirs.path("paths").path(path + "/{product_id}").at(ANSWER).path("example");
        return List.of(content.path("example"), one);
    }

    /** Fields must be named in the schema or in the example; types are compared where the schema names the field. */
    private void fields(
            JsonNode theirs, String path, String at, JsonNode ours, JsonNode schema, List<JsonNode> examples) {
        if (ours.isArray()) {
            JsonNode items = resolved(theirs, schema.path("items"));
            List<JsonNode> inner = new ArrayList<>();
            examples.forEach(example -> (example.isArray() ? example : List.of(example)).forEach(inner::add));
            items.path("x-examples").findValues("data").forEach(rows -> rows.forEach(inner::add));
            ours.forEach(row -> fields(theirs, path, at, row, items, inner));
            return;
        }
        Set<String> names = new TreeSet<>();
        ours.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            String here = at.isEmpty() ? name : at + "." + name;
            JsonNode property = resolved(theirs, schema.path("properties").path(name));
            List<JsonNode> shown = examples.stream()
                    .map(example -> example.path(name))
                    .filter(one -> !one.isMissingNode())
                    .toList();
            if (property.isMissingNode() && shown.isEmpty()) {
                differ(path + ": " + here + " is not the vendor's");
            } else {
                type(path + ": " + here, ours.path(name), property);
                if (ours.path(name).isContainerNode() && !OPAQUE.contains(name)) {
                    fields(theirs, path, here, ours.path(name), property, shown);
                }
            }
        }
    }

    private void type(String where, JsonNode ours, JsonNode property) {
        String type = property.path("type").asText("");
        boolean fits = ours.isNull()
                || switch (type) {
                    case "string" -> ours.isTextual();
                    case "number" -> ours.isNumber();
                    case "integer" -> ours.isIntegralNumber();
                    case "boolean" -> ours.isBoolean();
                    case "array" -> ours.isArray();
                    case "object" -> ours.isObject();
                    default -> true;
                };
        if (!fits) {
            differ(where + " is a " + ours.getNodeType().name().toLowerCase(Locale.ROOT) + ", not a " + type);
        }
    }

    private void differ(String difference) {
        if (!differences.contains(difference)) {
            differences.add(difference);
        }
    }

    private static JsonNode resolved(JsonNode theirs, JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        return reference.startsWith("#/") ? theirs.at(reference.substring(1)) : schema;
    }

    private static Optional<Path> schemaFile() {
        Optional<Path> named = Optional.ofNullable(System.getProperty(SETTING))
                .or(() -> Optional.ofNullable(System.getenv(SETTING)))
                .map(Path::of);
        return named.isPresent()
                ? named
                : Stream.<Path>iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                        .limit(6)
                        .map(path -> path.resolve(FILE))
                        .filter(Files::isRegularFile)
                        .findFirst();
    }
}
