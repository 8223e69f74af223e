package io.tallyport.sandbox.shopify;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads arguments off the document before it is executed, with the variables filled in. */
record LiteralValues(Map<String, Object> variables) {

    static LiteralValues of(OperationDefinition operation, Map<String, Object> given) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (VariableDefinition definition : operation.getVariableDefinitions()) {
            if (definition.getDefaultValue() != null) {
                new LiteralValues(Map.of())
                        .read(definition.getDefaultValue())
                        .ifPresent(value -> variables.put(definition.getName(), value));
            }
        }
        variables.putAll(given);
        return new LiteralValues(variables);
    }

    Optional<Object> argument(Field field, String name) {
        return field.getArguments().stream()
                .filter(argument -> argument.getName().equals(name))
                .findFirst()
                .map(Argument::getValue)
                .flatMap(this::read);
    }

    /** The value as plain Java, empty for null and for variables not given. */
    Optional<Object> read(Value<?> value) {
        if (value instanceof VariableReference reference) {
            return Optional.ofNullable(variables.get(reference.getName()));
        }
        if (value instanceof IntValue number) {
            return Optional.of(number.getValue().intValue());
        }
        if (value instanceof StringValue text) {
            return Optional.ofNullable(text.getValue());
        }
        if (value instanceof EnumValue name) {
            return Optional.of(name.getName());
        }
        if (value instanceof BooleanValue flag) {
            return Optional.of(flag.isValue());
        }
        if (value instanceof ArrayValue list) {
            return Optional.of(list.getValues().stream()
                    .map(this::read)
                    .map(element -> element.orElse(""))
                    .toList());
        }
        return value instanceof ObjectValue object ? Optional.of(fields(object)) : Optional.empty();
    }

    private Map<String, Object> fields(ObjectValue object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (ObjectField field : object.getObjectFields()) {
            read(field.getValue()).ifPresent(read -> fields.put(field.getName(), read));
        }
        return fields;
    }
}
