package io.tallyport.sandbox.shopify;

import graphql.GraphQLError;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with a document with Shopify's codes and, for the commonest, in its words. */
final class DocumentErrors {

    private static final Pattern FIELD = Pattern.compile("Field '([^']+)' in type '([^']+)' is undefined");
    private static final Pattern DIRECTIVE = Pattern.compile("Unknown directive '([^']+)'");

    private DocumentErrors() {}

    static Map<String, Object> shape(GraphQLError error) {
        Map<String, Object> shape = new LinkedHashMap<>();
        if (!(error instanceof ValidationError validation)
                || !(validation.getValidationErrorType() instanceof ValidationErrorType type)) {
            shape.put("message", error.getMessage());
            shape.put("locations", Answers.locations(error.getLocations()));
            shape.put("extensions", Map.of("code", "PARSE_ERROR"));
            return shape;
        }
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code(type, error.getMessage()));
        shape.put("message", message(error.getMessage(), extensions));
        shape.put("locations", Answers.locations(error.getLocations()));
        shape.put("path", Optional.ofNullable(validation.getQueryPath()).orElse(List.of()));
        shape.put("extensions", extensions);
        return shape;
    }

    private static String code(ValidationErrorType type, String message) {
        return switch (type) {
            case FieldUndefined -> "undefinedField";
            case SubselectionRequired, SubselectionNotAllowed -> "selectionMismatch";
            case UnknownArgument -> "argumentNotAccepted";
            case MissingFieldArgument -> "missingRequiredArguments";
            case WrongType, NullValueForNonNullArgument ->
                message.contains("missing required fields")
                        ? "missingRequiredInputObjectAttribute"
                        : "argumentLiteralsIncompatible";
            case UnknownDirective, MisplacedDirective -> "undefinedDirective";
            case UndefinedVariable -> "variableNotDefined";
            case UnusedVariable -> "variableNotUsed";
            case VariableTypeMismatch -> "variableMismatch";
            case UnknownType -> "undefinedType";
            case UndefinedFragment -> "undefinedFragment";
            case UnusedFragment -> "fragmentNotUsed";
            default ->
                Character.toLowerCase(type.name().charAt(0)) + type.name().substring(1);
        };
    }

    private static String message(String message, Map<String, Object> extensions) {
        Matcher field = FIELD.matcher(message);
        if (field.find()) {
            extensions.put("typeName", field.group(2));
            extensions.put("fieldName", field.group(1));
            return "Field '" + field.group(1) + "' doesn't exist on type '" + field.group(2) + "'";
        }
        Matcher directive = DIRECTIVE.matcher(message);
        if (directive.find()) {
            extensions.put("directiveName", directive.group(1));
            return "Directive @" + directive.group(1) + " is not defined";
        }
        return message;
    }
}
