package io.tallyport.sandbox.shopify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * One term of a search: {@code field:comparator value}.
 *
 * @param field empty for a word without a field
 * @param comparator one of {@code = > >= < <=}
 */
record Term(String field, String comparator, String value, boolean quoted) {

    Optional<Long> number() {
        try {
            String digits = value.startsWith("gid://") ? value.substring(value.lastIndexOf('/') + 1) : value;
            return Optional.of(Long.valueOf(digits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A date or a date with time; one with colons must be quoted. */
    Optional<Instant> time() {
        if (!quoted && value.contains(":")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    value.length() <= 10
                            ? LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    <C extends Comparable<C>> boolean holds(C actual, C wanted) {
        int order = actual.compareTo(wanted);
        return switch (comparator) {
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            default -> order == 0;
        };
    }

    /** Whether {@code actual} is the text asked for, without regard to case; {@code abc*} asks for a beginning. */
    boolean matches(String actual) {
        boolean prefix = !quoted && value.endsWith("*");
        String wanted = prefix ? value.substring(0, value.length() - 1) : value;
        return prefix ? actual.regionMatches(true, 0, wanted, 0, wanted.length()) : actual.equalsIgnoreCase(wanted);
    }

    boolean isPrefix() {
        return !quoted && value.endsWith("*");
    }
}
