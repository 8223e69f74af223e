package io.tallyport.sandbox.shopify;

import com.fasterxml.jackson.core.JsonGenerator;
import graphql.GraphQLContext;
import graphql.execution.ExecutionStepInfo;
import graphql.execution.ResultPath;
import graphql.language.Document;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Runs a bulk query over the shop, page by page through the very fields that answer other requests. */
final class BulkWalk {

    private static final int PAGE = 250;

    private final GraphQLSchema schema;
    private final GraphQLContext context;
    private final BulkShape shape;
    private final BulkLines lines;
    private final BooleanSupplier stopped;
    private final ExecutionStepInfo nowhere;

    /**
     * A walk that writes to {@code lines}.
     *
     * @param stopped asked for at each page
     */
    BulkWalk(GraphQLSchema schema, Document query, Call call, BulkLines lines, BooleanSupplier stopped) {
        this.schema = schema;
        this.context = GraphQLContext.newContext().of(Call.class, call).build();
        this.shape = new BulkShape(schema, context, query);
        this.lines = lines;
        this.stopped = stopped;
        this.nowhere = ExecutionStepInfo.newExecutionStepInfo()
                .type(schema.getQueryType())
                .path(ResultPath.rootPath())
                .build();
    }

    /** A connection met while a row was written, whose rows come after it. */
    private record Children(BulkShape.Part part, Object source) {}

    void run() throws IOException {
        List<Children> found = new ArrayList<>();
        for (BulkShape.Part part : shape.root()) {
            reach(part, this, found);
        }
        for (Children one : found) {
            rows(one, 0, Optional.empty());
        }
    }

    /** Finds the connections under single objects at the root, which are not written themselves. */
    private void reach(BulkShape.Part part, Object source, List<Children> found) throws IOException {
        if (part.connection()) {
            found.add(new Children(part, source));
        } else if (GraphQLTypeUtil.unwrapAll(part.definition().getType()) instanceof GraphQLObjectType type) {
            Optional<Object> value = value(part, source, part.arguments());
            if (value.isPresent()) {
                for (BulkShape.Part inner : shape.of(part.field(), type)) {
                    reach(inner, value.get(), found);
                }
            }
        }
    }

    private void rows(Children of, int depth, Optional<String> parent) throws IOException {
        GraphQLObjectType connection = object(of.part().definition().getType());
        BulkShape.Part edges = part(of.part(), connection, "edges");
        GraphQLObjectType edge = object(edges.definition().getType());
        BulkShape.Part node = part(edges, edge, "node");
        GraphQLObjectType type = object(node.definition().getType());
        Optional<String> after = Optional.empty();
        do {
            Connection<?> page = (Connection<?>) value(
                            of.part(), of.source(), paged(of.part().arguments(), after))
                    .orElseThrow(() -> new IllegalStateException(of.part().key()));
            for (Connection.Edge<?> one : page.edges()) {
                Optional<Object> row = value(node, one, node.arguments());
                if (row.isPresent()) {
                    row(node, type, row.get(), depth, parent);
                }
            }
            // Counting starts again at each page: a bulk operation does not end where a listing does.
            after = page.hasNext()
                    ? page.end().map(end -> new Cursor(Cursor.parse(end).key(), 0).text())
                    : Optional.empty();
        } while (after.isPresent() && !stopped.getAsBoolean());
    }

    private BulkShape.Part part(BulkShape.Part of, GraphQLObjectType type, String name) {
        return shape.of(of.field(), type).stream()
                .filter(part -> part.definition().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(of.key() + " without " + name));
    }

    private static Map<String, Object> paged(Map<String, Object> arguments, Optional<String> after) {
        Map<String, Object> paged = new HashMap<>(arguments);
        paged.keySet().removeAll(List.of("first", "last", "before", "after"));
        paged.put("first", PAGE);
        after.ifPresent(cursor -> paged.put("after", cursor));
        return paged;
    }

    private void row(BulkShape.Part node, GraphQLObjectType type, Object row, int depth, Optional<String> parent)
            throws IOException {
        List<Children> children = new ArrayList<>(0);
        JsonGenerator json = lines.at(depth);
        json.writeStartObject();
        fields(json, shape.of(node.field(), type), row, children);
        if (parent.isPresent()) {
            json.writeStringField("__parentId", parent.get());
        }
        json.writeEndObject();
        lines.end(depth);
        for (Children one : children) {
            rows(one, depth + 1, Optional.of(((Node) row).gid()));
        }
    }

    private void fields(JsonGenerator json, List<BulkShape.Part> parts, Object source, List<Children> children)
            throws IOException {
        for (BulkShape.Part part : parts) {
            if (part.connection()) {
                children.add(new Children(part, source));
            } else {
                json.writeFieldName(part.key());
                write(json, part, part.definition().getType(), value(part, source, part.arguments()), children);
            }
        }
    }

    private void write(
            JsonGenerator json,
            BulkShape.Part part,
            GraphQLType wrapped,
            Optional<Object> value,
            List<Children> children)
            throws IOException {
        GraphQLType type = GraphQLTypeUtil.unwrapNonNull(wrapped);
        if (value.isEmpty()) {
            json.writeNull();
        } else if (type instanceof GraphQLList list) {
            json.writeStartArray();
            for (Object element : (Iterable<?>) value.get()) {
                write(json, part, list.getWrappedType(), Optional.ofNullable(element), children);
            }
            json.writeEndArray();
        } else if (type instanceof GraphQLObjectType object) {
            json.writeStartObject();
            fields(json, shape.of(part.field(), object), value.get(), children);
            json.writeEndObject();
        } else if (type instanceof GraphQLScalarType scalar) {
            json.writePOJO(scalar.getCoercing().serialize(value.get(), context, Locale.ROOT));
        } else if (type instanceof GraphQLEnumType) {
            json.writeString(value.get().toString());
        } else {
            throw new IllegalStateException(GraphQLTypeUtil.simplePrint(type));
        }
    }

    private static GraphQLObjectType object(GraphQLType type) {
        return (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(type);
    }

    private Optional<Object> value(BulkShape.Part part, Object source, Map<String, Object> arguments) {
        try {
            Object value = part.fetcher().get(environment(part, source, arguments));
            return value instanceof Optional<?> wrapped ? wrapped.map(any -> any) : Optional.ofNullable(value);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(part.key(), e);
        }
    }

    private DataFetchingEnvironment environment(BulkShape.Part part, Object source, Map<String, Object> arguments) {
        return DataFetchingEnvironmentImpl.newDataFetchingEnvironment()
                .source(source)
                .arguments(arguments)
                .fieldDefinition(part.definition())
                .mergedField(part.field())
                .graphQLSchema(schema)
                .graphQLContext(context)
                .executionStepInfo(nowhere)
                .build();
    }
}
