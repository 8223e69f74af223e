package io.tallyport.runtime.queue;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.stream.Collectors;

/** Says what is wrong with a JSON text, without its values. */
final class JsonProblem {

    private JsonProblem() {}

    static String describe(JsonProcessingException wrong) {
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            return "there is no field \"" + unknown.getPropertyName() + "\"" + known(unknown);
        }
        if (wrong instanceof ValueInstantiationException refused && refused.getCause() != null) {
            return String.valueOf(refused.getCause().getMessage());
        }
        if (wrong instanceof MismatchedInputException mismatch) {
            String field = path(mismatch);
            if (mismatch.getOriginalMessage().startsWith("Missing")) {
                return "the field \"" + field + "\" is missing";
            }
            return (field.isEmpty() ? "" : "at \"" + field + "\": ") + problem(mismatch);
        }
        JsonLocation at = wrong.getLocation();
        return wrong.getOriginalMessage()
                + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")");
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null
                ? ""
                : ", only "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "));
    }

    private static String path(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    /** Jackson's own words hold the value, except where there is none. */
    private static String problem(MismatchedInputException wrong) {
        String words = wrong.getOriginalMessage();
        if (words.startsWith("Null")) {
            return words.replaceFirst(" \\(.*", "");
        }
        Class<?> wanted = wrong.getTargetType();
        return "that is no " + (wanted == null ? "such value" : wanted.getSimpleName());
    }
}
