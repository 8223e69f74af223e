package io.tallyport.sandbox.shopify;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a bulk query must be: one query without variables, of at most five connections, at most one within another, read
 * through {@code edges} and {@code node}; the parent of a nested connection selects its {@code id}.
 *
 * <p>Rests on shopify.dev, <em>perform bulk operations</em> and the page of {@code bulkOperationRunQuery}.
 */
final class BulkQueryCheck {

    private static final int MOST_CONNECTIONS = 5;
    private static final int DEEPEST = 2;

    private final Document document;
    private int connections;
    private int depth;
    private boolean withinList;
    private boolean topLevelNode;
    private final Set<String> throughNodes = new LinkedHashSet<>();
    private final Set<String> withoutId = new LinkedHashSet<>();

    private BulkQueryCheck(Document document) {
        this.document = document;
    }

    /** The query, or why it is none; one of the two is empty. */
    record Verdict(Optional<Document> document, List<Refusal> problems) {}

    static Verdict check(GraphQLSchema schema, String query) {
        ParseAndValidateResult result = ParseAndValidate.parseAndValidate(
                schema, ExecutionInput.newExecutionInput(query).build());
        if (result.isFailure()) {
            return refused(
                    List.of("Invalid bulk query: " + result.getErrors().get(0).getMessage()));
        }
        List<OperationDefinition> operations = result.getDocument().getDefinitionsOfType(OperationDefinition.class);
        if (operations.size() != 1 || operations.get(0).getOperation() != OperationDefinition.Operation.QUERY) {
            return refused(List.of("Invalid operation type. Only `query` operations are supported."));
        }
        if (!operations.get(0).getVariableDefinitions().isEmpty()) {
            return refused(List.of("Bulk queries cannot contain variables."));
        }
        BulkQueryCheck check = new BulkQueryCheck(result.getDocument());
        check.visit(operations.get(0).getSelectionSet(), schema.getQueryType(), Where.TOP);
        List<String> problems = check.problems();
        return problems.isEmpty() ? new Verdict(Optional.of(check.document), List.of()) : refused(problems);
    }

    private static Verdict refused(List<String> problems) {
        return new Verdict(
                Optional.empty(),
                problems.stream()
                        .map(text -> Refusal.at(List.of("query"), text, "INVALID"))
                        .toList());
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!throughNodes.isEmpty()) {
            problems.add("All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g:"
                    + " 'products { edges { node {'. Selecting via 'nodes' is not supported. Invalid connection fields: '"
                    + String.join("', '", throughNodes) + "'.");
        }
        if (topLevelNode) {
            problems.add("Bulk queries cannot contain a top level `node` field.");
        }
        if (depth > DEEPEST) {
            problems.add("Bulk queries cannot contain connections with a nesting depth greater than 2.");
        }
        if (connections > MOST_CONNECTIONS) {
            problems.add("Bulk queries cannot contain more than 5 connections.");
        }
        if (!withoutId.isEmpty()) {
            problems.add(
                    "The parent 'node' field for a nested connection must select the 'id' field without an alias and"
                            + " must be of 'ID' return type. Connection fields without 'id': "
                            + String.join(", ", withoutId) + ".");
        }
        if (withinList) {
            problems.add("Queries that contain a connection field within a list field are not currently supported.");
        }
        if (connections == 0 && throughNodes.isEmpty()) {
            problems.add("Bulk queries must contain at least one connection.");
        }
        return problems;
    }

    /** Where a selection stands: in how many connections, under which, with its id or not, within a list or not. */
    private record Where(int depth, String connection, boolean id, boolean list) {

        static final Where TOP = new Where(0, "", true, false);
    }

    private void visit(SelectionSet selections, GraphQLFieldsContainer type, Where where) {
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                visit(field, type, where);
            } else {
                fragment(selection).ifPresent(inner -> visit(inner, type, where));
            }
        }
    }

    private Optional<SelectionSet> fragment(Selection<?> selection) {
        if (selection instanceof InlineFragment inline) {
            return Optional.of(inline.getSelectionSet());
        }
        return selection instanceof FragmentSpread spread
                ? document.getDefinitionsOfType(FragmentDefinition.class).stream()
                        .filter(one -> one.getName().equals(spread.getName()))
                        .map(FragmentDefinition::getSelectionSet)
                        .findFirst()
                : Optional.empty();
    }

    private void visit(Field field, GraphQLFieldsContainer type, Where where) {
        GraphQLFieldDefinition definition = type.getFieldDefinition(field.getName());
        if (definition == null
                || !(GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLFieldsContainer inner)) {
            return;
        }
        topLevelNode |= where.equals(Where.TOP) && Set.of("node", "nodes").contains(field.getName());
        if (inner.getName().endsWith("Connection")) {
            connection(field, inner, where);
        } else if (field.getSelectionSet() != null) {
            boolean list = where.list() || GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
            visit(field.getSelectionSet(), inner, new Where(where.depth(), where.connection(), where.id(), list));
        }
    }

    private void connection(Field field, GraphQLFieldsContainer type, Where where) {
        Optional<Field> edges = child(field.getSelectionSet(), "edges");
        Optional<Field> node = edges.flatMap(one -> child(one.getSelectionSet(), "node"));
        if (child(field.getSelectionSet(), "nodes").isPresent() || node.isEmpty()) {
            throughNodes.add(field.getName());
            return;
        }
        connections++;
        depth = Math.max(depth, where.depth() + 1);
        withinList |= where.list();
        if (!where.id()) {
            withoutId.add(where.connection());
        }
        GraphQLFieldsContainer edge = container(type, "edges");
        boolean id = child(node.get().getSelectionSet(), "id")
                .filter(one -> one.getAlias() == null)
                .isPresent();
        visit(
                node.get().getSelectionSet(),
                container(edge, "node"),
                new Where(where.depth() + 1, field.getName(), id, false));
    }

    private Optional<Field> child(SelectionSet selections, String name) {
        for (Selection<?> selection : selections.getSelections()) {
            Optional<Field> found = selection instanceof Field field
                    ? Optional.of(field).filter(one -> one.getName().equals(name))
                    : fragment(selection).flatMap(inner -> child(inner, name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static GraphQLFieldsContainer container(GraphQLFieldsContainer type, String field) {
        return (GraphQLFieldsContainer)
                GraphQLTypeUtil.unwrapAll(type.getFieldDefinition(field).getType());
    }
}
