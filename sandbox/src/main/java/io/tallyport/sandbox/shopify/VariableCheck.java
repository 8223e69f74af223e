package io.tallyport.sandbox.shopify;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds everything that is wrong with the value of a variable, as Shopify lists it under {@code problems}. */
final class VariableCheck {

    private final GraphQLSchema schema;
    private final List<Problem> problems = new ArrayList<>();

    private VariableCheck(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** One thing that is wrong, and where in the value. */
    record Problem(List<Object> path, String explanation) {}

    static List<Problem> problems(GraphQLSchema schema, Type<?> type, Optional<Object> value) {
        VariableCheck check = new VariableCheck(schema);
        check.check(check.typeOf(type), value, List.of());
        return check.problems;
    }

    private GraphQLType typeOf(Type<?> type) {
        if (type instanceof NonNullType required) {
            return GraphQLNonNull.nonNull(typeOf(required.getType()));
        }
        if (type instanceof ListType list) {
            return GraphQLList.list(typeOf(list.getType()));
        }
        GraphQLType named = schema.getType(((TypeName) type).getName());
        if (named == null) {
            throw new IllegalStateException("Not in the schema: " + type);
        }
        return named;
    }

    private void check(GraphQLType type, Optional<Object> value, List<Object> path) {
        if (value.isEmpty()) {
            if (GraphQLTypeUtil.isNonNull(type)) {
                problem(path, "Expected value to not be null");
            }
            return;
        }
        GraphQLType inner = GraphQLTypeUtil.unwrapNonNull(type);
        Object given = value.get();
        if (inner instanceof GraphQLList list) {
            checkList(list, given, path);
        } else if (inner instanceof GraphQLInputObjectType object) {
            checkObject(object, given, path);
        } else if (inner instanceof GraphQLEnumType values) {
            if (values.getValue(given.toString()) == null) {
                String names = String.join(
                        ", ",
                        values.getValues().stream().map(one -> one.getName()).toList());
                problem(path, "Expected \"" + given + "\" to be one of: " + names);
            }
        } else if (!isScalar(GraphQLTypeUtil.simplePrint(inner), given)) {
            problem(path, "Could not coerce value " + given + " to " + GraphQLTypeUtil.simplePrint(inner));
        }
    }

    private static boolean isScalar(String type, Object value) {
        return switch (type) {
            case "Int" -> value instanceof Integer;
            case "Boolean" -> value instanceof Boolean;
            case "ID" -> value instanceof String || value instanceof Integer || value instanceof Long;
            default -> value instanceof String;
        };
    }

    private void checkList(GraphQLList list, Object given, List<Object> path) {
        List<?> elements = given instanceof List<?> many ? many : List.of(given);
        for (int i = 0; i < elements.size(); i++) {
            check(list.getWrappedType(), Optional.ofNullable(elements.get(i)), plus(path, i));
        }
    }

    private void checkObject(GraphQLInputObjectType type, Object given, List<Object> path) {
        if (!(given instanceof Map<?, ?> map)) {
            problem(path, "Expected " + given + " to be a key-value object.");
            return;
        }
        map.keySet().stream()
                .map(String::valueOf)
                .filter(name -> type.getField(name) == null)
                .forEach(name -> problem(plus(path, name), "Field is not defined on " + type.getName()));
        for (GraphQLInputObjectField field : type.getFields()) {
            boolean absent = !map.containsKey(field.getName());
            if (!absent || !field.hasSetDefaultValue()) {
                check(field.getType(), Optional.ofNullable(map.get(field.getName())), plus(path, field.getName()));
            }
        }
    }

    private void problem(List<Object> path, String explanation) {
        problems.add(new Problem(path, explanation));
    }

    private static List<Object> plus(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
