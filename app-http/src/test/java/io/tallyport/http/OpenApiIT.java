package io.tallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.access.Role;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API's document and the API say the same. */
class OpenApiIT {

    @TempDir
    Path directory;

    private static JsonNode document(Served served) {
        return Served.json(served.send(HttpRequest.newBuilder(served.at("/api/v1/openapi.json"))));
    }

    @Test
    void everyRouteIsInTheDocumentAndEveryPathOfTheDocumentIsServed() {
        try (Served served = new Served(directory)) {
            JsonNode document = document(served);
            assertThat(document.path("openapi").asText()).startsWith("3.1");
            Set<String> told = new TreeSet<>();
            Set<String> open = new TreeSet<>();
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().forEach(operation -> {
                        String name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                        told.add(name);
                        if (operation.getValue().has("security")) {
                            open.add(name);
                        }
                    }));
            Set<String> routes = new TreeSet<>();
            Set<String> withoutToken = new TreeSet<>();
            HttpApp.endpoints(served.tallyport, new Metrics(served.tallyport), new Draining())
                    .forEach(endpoint -> {
                        String name = endpoint.method() + " " + endpoint.path();
                        routes.add(name);
                        if (endpoint.open()) {
                            withoutToken.add(name);
                        }
                    });
            assertThat(told).isEqualTo(routes).hasSizeGreaterThan(20);
            assertThat(open).isEqualTo(withoutToken);
        }
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryExampleFitsItsSchema() {
        try (Served served = new Served(directory)) {
            JsonNode document = document(served);
            for (JsonNode reference : document.findValues("$ref")) {
                assertThat(document.at(reference.asText().substring(1)).isObject())
                        .as(reference.asText())
                        .isTrue();
            }
            int examples = 0;
            for (JsonNode holder : document.findParents("example")) {
                assertThat(misfits(document, holder.path("schema"), holder.path("example"), ""))
                        .isEmpty();
                examples++;
            }
            assertThat(examples).isGreaterThan(15);
        }
    }

    @Test
    void realAnswersFitTheirSchemas() {
        try (Served served = new Served(directory)) {
            JsonNode document = document(served);
            String admin = served.token(Role.ADMIN);
            assertThat(served.send(served.signed(Served.body(), Served.SIGNING)).statusCode())
                    .isEqualTo(200);
            List<String> wrong = new ArrayList<>();
            for (String path : List.of(
                    "/api/v1/status",
                    "/api/v1/connections",
                    "/api/v1/routes",
                    "/api/v1/runs",
                    "/api/v1/queue/stats",
                    "/api/v1/queue/jobs",
                    "/api/v1/queue/dead",
                    "/api/v1/schedules",
                    "/api/v1/workers",
                    "/api/v1/webhooks",
                    "/api/v1/purchase-orders")) {
                JsonNode schema =
                        document.path("paths").path(path).at("/get/responses/200/content/application~1json/schema");
                assertThat(schema.isObject()).as(path).isTrue();
                misfits(document, schema, Served.json(served.get(path, admin)), path)
                        .forEach(wrong::add);
            }
            JsonNode problem = document.at("/components/schemas/Problem");
            misfits(document, problem, Served.json(served.get("/api/v1/runs/none", admin)), "problem")
                    .forEach(wrong::add);
            assertThat(wrong).isEmpty();
        }
    }

    /** Where a value is not as its schema says: of what this document uses of JSON Schema. */
    private static List<String> misfits(JsonNode document, JsonNode schema, JsonNode value, String place) {
        if (schema.has("$ref")) {
            return misfits(document, document.at(schema.path("$ref").asText().substring(1)), value, place);
        }
        List<String> wrong = new ArrayList<>();
        boolean right = switch (schema.path("type").asText("any")) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
        if (!right) {
            wrong.add(place + " is no " + schema.path("type").asText() + ": " + value);
        }
        if (schema.has("enum") && !schema.path("enum").toString().contains(value.toString())) {
            wrong.add(place + " is none of " + schema.path("enum") + ": " + value);
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                wrong.add(place + " lacks " + name.asText());
            }
        });
        value.properties().forEach(field -> {
            String inner = place + "/" + field.getKey();
            if (schema.path("properties").has(field.getKey())) {
                wrong.addAll(
                        misfits(document, schema.path("properties").path(field.getKey()), field.getValue(), inner));
            } else if (schema.has("properties")) {
                wrong.add(inner + " is not in the document");
            }
        });
        if (value.isArray()) {
            value.forEach(item -> wrong.addAll(misfits(document, schema.path("items"), item, place + "[]")));
        }
        return wrong;
    }
}
