package io.tallyport.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people type them: {@code 90s}, {@code 60m}, {@code 2h}, or ISO as {@code PT90S}. */
final class LifeSpan {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})([smhd])");

    private LifeSpan() {}

    static Duration parse(String text) {
        Matcher parts = SHORT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (parts.matches()) {
            long count = Long.parseLong(parts.group(1));
            return switch (parts.group(2)) {
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }
        try {
            return Duration.parse(text.strip());
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(
                    "a length of time looks like 90s, 60m or 2h; got \"" + text + "\"", wrong);
        }
    }

    static String format(Duration length) {
        if (length.toSecondsPart() == 0 && length.toNanosPart() == 0) {
            return length.toMinutes() + "m";
        }
        return length.toSeconds() + "s";
    }
}
