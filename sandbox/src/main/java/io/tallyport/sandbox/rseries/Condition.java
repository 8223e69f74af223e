package io.tallyport.sandbox.rseries;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One filter, {@code field=value} or {@code field=operator,value}.
 *
 * @param exactly the values meant by {@code =} and {@code IN}; empty for other operators
 */
record Condition<R>(Field<R> field, Predicate<Value> test, Optional<Set<Value>> exactly) {

    private static final int LONGEST_IN = 100;
    private static final List<String> OPERATORS = List.of("><", ">=", "<=", "!=", "!~", ">", "<", "~", "=", "IN");

    boolean matches(R row) {
        for (Value value : field.values().apply(row)) {
            if (test.test(value)) {
                return true;
            }
        }
        return false;
    }

    static <R> Condition<R> parse(Field<R> field, String raw) {
        for (String operator : OPERATORS) {
            if (raw.startsWith(operator + ",")) {
                return of(field, operator, raw.substring(operator.length() + 1));
            }
        }
        return of(field, "=", raw);
    }

    private static <R> Condition<R> of(Field<R> field, String operator, String operand) {
        return switch (operator) {
            case "IN" -> in(field, operand);
            case "><" -> between(field, operand);
            case "~" -> where(field, like(field, operand));
            case "!~" -> where(field, like(field, operand).negate());
            default -> compared(field, operator, field.type().parse(field.name(), operand));
        };
    }

    private static <R> Condition<R> compared(Field<R> field, String operator, Value operand) {
        return switch (operator) {
            case "=" -> exactly(field, Set.of(operand));
            case "!=" -> where(field, value -> value.compareTo(operand) != 0);
            case ">" -> where(field, value -> value.compareTo(operand) > 0);
            case ">=" -> where(field, value -> value.compareTo(operand) >= 0);
            case "<" -> where(field, value -> value.compareTo(operand) < 0);
            case "<=" -> where(field, value -> value.compareTo(operand) <= 0);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static <R> Condition<R> between(Field<R> field, String operand) {
        String[] ends = operand.split(",", -1);
        if (ends.length != 2) {
            throw Refusal.badRequest("Operator '><' needs two values for field '" + field.name() + "'.");
        }
        Value from = field.type().parse(field.name(), ends[0]);
        Value to = field.type().parse(field.name(), ends[1]);
        return where(field, value -> value.compareTo(from) >= 0 && value.compareTo(to) <= 0);
    }

    private static <R> Condition<R> in(Field<R> field, String operand) {
        if (!operand.startsWith("[") || !operand.endsWith("]")) {
            throw Refusal.badRequest("Operator 'IN' needs a list in brackets for field '" + field.name() + "'.");
        }
        String[] parts = operand.substring(1, operand.length() - 1).split(",", -1);
        if (parts.length > LONGEST_IN) {
            throw Refusal.badRequest("Operator 'IN' takes at most " + LONGEST_IN + " values.");
        }
        return exactly(
                field,
                Arrays.stream(parts)
                        .map(part -> part.strip().replaceAll("^\"|\"$", ""))
                        .map(part -> field.type().parse(field.name(), part))
                        .collect(Collectors.toSet()));
    }

    private static <R> Predicate<Value> like(Field<R> field, String operand) {
        if (field.type() != FieldType.TEXT) {
            throw Refusal.badRequest("Operator '~' does not fit field '" + field.name() + "'.");
        }
        String regex = Arrays.stream(operand.split("%", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
        return value -> pattern.matcher(value.text()).matches();
    }

    private static <R> Condition<R> exactly(Field<R> field, Set<Value> wanted) {
        Predicate<Value> test = value -> wanted.stream().anyMatch(one -> one.compareTo(value) == 0);
        return new Condition<>(field, test, Optional.of(wanted));
    }

    private static <R> Condition<R> where(Field<R> field, Predicate<Value> test) {
        return new Condition<>(field, test, Optional.empty());
    }
}
