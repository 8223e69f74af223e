package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import graphql.ParseAndValidate;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.tallyport.core.connection.Access;
import io.tallyport.sandbox.shopify.ShopifySchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every document must be right by Shopify's own schema, where a copy of it lies beside the source tree. */
final class DocumentSchemaTest {

    private static final String VENDOR = "shared/schemas/shopify-admin-2026-07.graphql";

    @Test
    void everyDocumentIsRightByShopifysOwnSchema() throws IOException {
        Optional<Path> file = vendorSchema();
        assumeTrue(file.isPresent(), "no " + VENDOR + " above this directory: documents are not checked against it");
        GraphQLSchema schema = schema(Files.readString(file.orElseThrow()));
        for (Document document : Document.values()) {
            assertThat(ParseAndValidate.validate(schema, Parser.parse(document.text())))
                    .as(document.name())
                    .isEmpty();
        }
    }

    @Test
    void everyDocumentIsRightByTheSchemaOfTheStandIn() {
        GraphQLSchema schema = schema(ShopifySchema.text());
        for (Document document : Document.values()) {
            assertThat(ParseAndValidate.validate(schema, Parser.parse(document.text())))
                    .as(document.name())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void aDocumentNamesTheFieldThatDoesItsWork(Document document) {
        String lastStep = document.operation().replaceAll(".*\\.", "");
        assertThat(document.text()).containsPattern("\\b" + lastStep + "\\b");
        assertThat(document.text().startsWith("mutation"))
                .isEqualTo(document == Document.BULK_RUN || document.access() == Access.WRITE);
    }

    @Test
    void everyWriteCarriesItsKeyOnTheField() {
        assertThat(Document.writes())
                .hasSize(2)
                .allSatisfy(document -> assertThat(document.text())
                        .containsPattern(document.operation() + "\\([^)]*\\) @idempotent\\(key: \\$key\\) \\{"));
    }

    static GraphQLSchema schema(String text) {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(text));
    }

    @Test
    void aBulkQueryIsWhatABulkOperationTakes() {
        String query = Document.BULK_LEVELS.text();
        assertThat(query).doesNotContain("$").doesNotContain("first:").doesNotContain("pageInfo");
        assertThat(query.split("edges", -1)).as("connections").hasSize(2);
    }

    private static Optional<Path> vendorSchema() {
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.isReadable(at.resolve(VENDOR))) {
                return Optional.of(at.resolve(VENDOR));
            }
        }
        return Optional.empty();
    }
}
