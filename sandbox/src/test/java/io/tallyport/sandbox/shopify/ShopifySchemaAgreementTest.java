package io.tallyport.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import graphql.language.AstPrinter;
import graphql.language.DirectiveDefinition;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares our schema with Shopify's own, which is not part of this repository: its file is named by
 * TALLYPORT_SHOPIFY_SCHEMA (system property or environment) or lies under shared/schemas beside a parent directory.
 */
class ShopifySchemaAgreementTest {

    private static final String SETTING = "TALLYPORT_SHOPIFY_SCHEMA";
    private static final String FILE = "shared/schemas/shopify-admin-2026-07.graphql";
    private static final List<String> PARTIAL_ENUMS = List.of("CurrencyCode");

    private final List<String> differences = new ArrayList<>();

    @Test
    void everythingWeServeIsServedBySameNamesAndTypesAtShopify() throws IOException {
        Optional<Path> file = schemaFile();
        assumeTrue(file.isPresent(), "No " + FILE + " nearby and no " + SETTING + ": agreement not checked");
        SchemaParser parser = new SchemaParser();
        TypeDefinitionRegistry theirs = parser.parse(Files.readString(file.orElseThrow()));
        TypeDefinitionRegistry ours = parser.parse(ShopifySchema.text());
        compare(ours, theirs);
        assertThat(differences).isEmpty();
    }

    @Test
    void aDifferenceIsNoticed() {
        SchemaParser parser = new SchemaParser();
        compare(
                parser.parse("type Q { a(x: Int = 1, z: Int): Int! b: Int } enum E { A B }"),
                parser.parse("type Q { a(x: Int = 2, y: ID!): Int } enum E { A }"));
        assertThat(differences)
                .contains("Q.a is Int! here and Int there", "Q.a(x) is Int = 1 here and Int = 2 there")
                .contains("Q.a(y) is nothing here and ID! there", "Q.a(z) is Int here and nothing there")
                .contains("Q.b is Int here and nothing there", "E.B is a value here and nothing there");
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

    private void compare(TypeDefinitionRegistry ours, TypeDefinitionRegistry theirs) {
        ours.types().forEach((name, type) -> {
            TypeDefinition<?> other = theirs.types().get(name);
            if (other == null) {
                differ(name, "a type", "nothing");
            } else {
                compare(type, other);
            }
        });
        ours.scalars().keySet().stream()
                .filter(name -> !theirs.scalars().containsKey(name))
                .forEach(name -> differ(name, "a scalar", "nothing"));
        ours.getDirectiveDefinitions().forEach((name, directive) -> {
            String there = Optional.ofNullable(theirs.getDirectiveDefinitions().get(name))
                    .map(ShopifySchemaAgreementTest::print)
                    .orElse("nothing");
            same("@" + name, print(directive), there);
        });
    }

    private static String print(DirectiveDefinition directive) {
        return directive.getInputValueDefinitions().stream()
                        .map(ShopifySchemaAgreementTest::print)
                        .toList()
                + " on "
                + directive.getDirectiveLocations().stream()
                        .map(location -> location.getName())
                        .toList();
    }

    private void compare(TypeDefinition<?> ours, TypeDefinition<?> theirs) {
        same(ours.getName() + "'s kind", kind(ours), kind(theirs));
        if (ours instanceof ObjectTypeDefinition here && theirs instanceof ObjectTypeDefinition there) {
            List<String> known = names(there.getImplements());
            names(here.getImplements()).stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> differ(ours.getName() + "'s interface " + name, "there", "nothing"));
            fields(ours.getName(), here.getFieldDefinitions(), there.getFieldDefinitions());
        } else if (ours instanceof InterfaceTypeDefinition here && theirs instanceof InterfaceTypeDefinition there) {
            fields(ours.getName(), here.getFieldDefinitions(), there.getFieldDefinitions());
        } else if (ours instanceof InputObjectTypeDefinition here
                && theirs instanceof InputObjectTypeDefinition there) {
            inputs(ours.getName() + ".%s", here.getInputValueDefinitions(), there.getInputValueDefinitions());
        } else if (ours instanceof EnumTypeDefinition here && theirs instanceof EnumTypeDefinition there) {
            values(here, there);
        }
    }

    private static String kind(TypeDefinition<?> type) {
        return type.getClass().getSimpleName();
    }

    @SuppressWarnings("rawtypes") // as the library gives them
    private static List<String> names(List<Type> types) {
        return types.stream().map(AstPrinter::printAst).toList();
    }

    private void fields(String type, List<FieldDefinition> ours, List<FieldDefinition> theirs) {
        Map<String, FieldDefinition> there = new HashMap<>();
        theirs.forEach(field -> there.put(field.getName(), field));
        for (FieldDefinition field : ours) {
            String at = type + "." + field.getName();
            FieldDefinition other = there.get(field.getName());
            if (other == null) {
                differ(at, AstPrinter.printAst(field.getType()), "nothing");
            } else {
                same(at, AstPrinter.printAst(field.getType()), AstPrinter.printAst(other.getType()));
                inputs(at + "(%s)", field.getInputValueDefinitions(), other.getInputValueDefinitions());
            }
        }
    }

    /** Arguments and input fields must be the very same ones, so that whatever Shopify accepts is accepted here. */
    private void inputs(String at, List<InputValueDefinition> ours, List<InputValueDefinition> theirs) {
        Map<String, String> here = new HashMap<>();
        ours.forEach(value -> here.put(value.getName(), print(value)));
        Map<String, String> there = new HashMap<>();
        theirs.forEach(value -> there.put(value.getName(), print(value)));
        here.forEach((name, text) -> same(at.formatted(name), text, there.getOrDefault(name, "nothing")));
        there.forEach((name, text) -> {
            if (!here.containsKey(name)) {
                differ(at.formatted(name), "nothing", text);
            }
        });
    }

    private static String print(InputValueDefinition value) {
        String type = AstPrinter.printAst(value.getType());
        return value.getDefaultValue() == null ? type : type + " = " + AstPrinter.printAst(value.getDefaultValue());
    }

    private void values(EnumTypeDefinition ours, EnumTypeDefinition theirs) {
        List<String> here = ours.getEnumValueDefinitions().stream()
                .map(EnumValueDefinition::getName)
                .toList();
        List<String> there = theirs.getEnumValueDefinitions().stream()
                .map(EnumValueDefinition::getName)
                .toList();
        here.stream()
                .filter(value -> !there.contains(value))
                .forEach(value -> differ(ours.getName() + "." + value, "a value", "nothing"));
        there.stream()
                .filter(value -> !here.contains(value) && !PARTIAL_ENUMS.contains(ours.getName()))
                .forEach(value -> differ(ours.getName() + "." + value, "nothing", "a value"));
    }

    private void same(String at, String here, String there) {
        if (!here.equals(there)) {
            differ(at, here, there);
        }
    }

    private void differ(String at, String here, String there) {
        differences.add(at + " is " + here + " here and " + there + " there");
    }
}
