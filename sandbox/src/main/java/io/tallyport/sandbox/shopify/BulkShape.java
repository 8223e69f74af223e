package io.tallyport.sandbox.shopify;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.execution.ValuesResolver;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.NodeUtil;
import graphql.language.OperationDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A bulk query worked out once: which fields each kind of object gives, and how each is fetched. */
final class BulkShape {

    private final GraphQLSchema schema;
    private final GraphQLContext context;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final OperationDefinition operation;
    private final FieldCollector collector = new FieldCollector();
    private final Map<Spot, List<Part>> parts = new HashMap<>();

    BulkShape(GraphQLSchema schema, GraphQLContext context, Document document) {
        this.schema = schema;
        this.context = context;
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
        this.operation = NodeUtil.getOperation(document, null).operationDefinition;
    }

    private record Spot(MergedField field, GraphQLObjectType type) {}

    /** One field of an object. */
    record Part(
            String key,
            MergedField field,
            GraphQLFieldDefinition definition,
            DataFetcher<?> fetcher,
            Map<String, Object> arguments) {

        boolean connection() {
            return GraphQLTypeUtil.unwrapAll(definition.getType()).getName().endsWith("Connection");
        }
    }

    List<Part> root() {
        MergedSelectionSet fields =
                collector.collectFields(parameters(schema.getQueryType()), operation.getSelectionSet());
        return parts(fields, schema.getQueryType());
    }

    /** What is asked of an object of {@code type} that stands at {@code field}. */
    List<Part> of(MergedField field, GraphQLObjectType type) {
        return parts.computeIfAbsent(
                new Spot(field, type), spot -> parts(collector.collectFields(parameters(type), field), type));
    }

    private List<Part> parts(MergedSelectionSet fields, GraphQLObjectType type) {
        return fields.getSubFieldsList().stream()
                .map(field -> part(field, type))
                .toList();
    }

    private Part part(MergedField field, GraphQLObjectType type) {
        GraphQLFieldDefinition definition = type.getFieldDefinition(field.getName());
        if (field.getName().equals("__typename")) {
            GraphQLFieldDefinition name = schema.getIntrospectionTypenameFieldDefinition();
            return new Part(field.getResultKey(), field, name, env -> type.getName(), Map.of());
        }
        if (definition == null) {
            throw new IllegalStateException(type.getName() + "." + field.getName());
        }
        Map<String, Object> arguments = ValuesResolver.getArgumentValues(
                definition.getArguments(),
                field.getArguments(),
                CoercedVariables.emptyVariables(),
                context,
                Locale.ROOT);
        return new Part(
                field.getResultKey(),
                field,
                definition,
                schema.getCodeRegistry().getDataFetcher(type, definition),
                arguments);
    }

    private FieldCollectorParameters parameters(GraphQLObjectType type) {
        return FieldCollectorParameters.newParameters()
                .schema(schema)
                .objectType(type)
                .fragments(fragments)
                .variables(Map.of())
                .graphQLContext(context)
                .build();
    }
}
