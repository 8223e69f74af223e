package io.tallyport.sandbox.shopify;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is looked at before anything runs: the variables' values, and the length of every list. */
final class InputCheck {

    static final int LONGEST = 250;

    private InputCheck() {}

    /** A list that is too long, and where it stands. */
    record TooLong(int size, List<Object> path) {}

    /** One error for each variable whose value cannot be taken. */
    static List<Map<String, Object>> variables(
            GraphQLSchema schema, OperationDefinition operation, Map<String, Object> variables) {
        List<Map<String, Object>> errors = new ArrayList<>();
        for (VariableDefinition definition : operation.getVariableDefinitions()) {
            Optional<Object> value = Optional.ofNullable(variables.get(definition.getName()));
            boolean defaulted = definition.getDefaultValue() != null && !variables.containsKey(definition.getName());
            List<VariableCheck.Problem> problems =
                    defaulted ? List.of() : VariableCheck.problems(schema, definition.getType(), value);
            if (!problems.isEmpty()) {
                errors.add(Answers.invalidVariable(
                        definition.getName(),
                        AstPrinter.printAst(definition.getType()),
                        value,
                        problems,
                        Optional.ofNullable(definition.getSourceLocation())));
            }
        }
        return errors;
    }

    /** The first list that is too long among the arguments of the root fields. */
    static Optional<TooLong> tooLong(OperationDefinition operation, LiteralValues values) {
        for (Field field : operation.getSelectionSet().getSelectionsOfType(Field.class)) {
            for (Argument argument : field.getArguments()) {
                Optional<TooLong> found = values.read(argument.getValue())
                        .flatMap(value -> tooLong(value, List.of(field.getResultKey(), argument.getName())));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<TooLong> tooLong(Object value, List<Object> path) {
        if (value instanceof List<?> list && list.size() > LONGEST) {
            return Optional.of(new TooLong(list.size(), path));
        }
        return children(value)
                .filter(child -> child.getValue() != null)
                .flatMap(child -> tooLong(child.getValue(), plus(path, child.getKey())).stream())
                .findFirst();
    }

    private static Stream<? extends Map.Entry<?, ?>> children(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream();
        }
        return value instanceof List<?> list
                ? IntStream.range(0, list.size())
                        .filter(i -> list.get(i) != null)
                        .mapToObj(i -> Map.entry(i, list.get(i)))
                : Stream.empty();
    }

    private static List<Object> plus(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
