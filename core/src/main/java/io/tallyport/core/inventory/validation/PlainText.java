package io.tallyport.core.inventory.validation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The text of a description without its markup, so that a plain one and the same in HTML are equal.
 *
 * <p>Tags that begin a block stand for a space, others for nothing; what is inside {@code script} and {@code style} is no
 * text; entities are what they stand for; white space is one space. A {@code <} that begins no tag is text.
 */
final class PlainText {

    private static final Set<String> INLINE =
            Set.of("a", "abbr", "b", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u");
    private static final Set<String> UNREAD = Set.of("script", "style");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ndash", "\u2013"),
            Map.entry("mdash", "\u2014"),
            Map.entry("lsquo", "\u2018"),
            Map.entry("rsquo", "\u2019"),
            Map.entry("ldquo", "\u201c"),
            Map.entry("rdquo", "\u201d"),
            Map.entry("hellip", "\u2026"),
            Map.entry("deg", "\u00b0"),
            Map.entry("euro", "\u20ac"),
            Map.entry("pound", "\u00a3"),
            Map.entry("reg", "\u00ae"),
            Map.entry("trade", "\u2122"));
    private static final int LONGEST_ENTITY = 10;

    private final String raw;
    private final StringBuilder text;
    private int at;

    private PlainText(String raw) {
        this.raw = raw;
        this.text = new StringBuilder(raw.length());
    }

    static String of(String raw) {
        PlainText reading = new PlainText(raw);
        while (reading.at < raw.length()) {
            char next = raw.charAt(reading.at);
            if (next == '<' && reading.beginsTag()) {
                reading.tag();
            } else if (next == '&') {
                reading.entity();
            } else {
                reading.text.append(next);
                reading.at++;
            }
        }
        return spaced(Normalizer.normalize(reading.text, Normalizer.Form.NFC));
    }

    /** One space for any white space, none at the ends. */
    static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (!space) {
                spaced.append(c);
            } else if (spaced.length() > 0 && spaced.charAt(spaced.length() - 1) != ' ') {
                spaced.append(' ');
            }
        }
        return spaced.toString().strip();
    }

    private boolean beginsTag() {
        if (at + 1 >= raw.length()) {
            return false;
        }
        char next = raw.charAt(at + 1);
        return next == '/' || next == '!' || Character.isLetter(next);
    }

    private void tag() {
        if (raw.startsWith("<!--", at)) {
            int end = raw.indexOf("-->", at);
            at = end < 0 ? raw.length() : end + 3;
            return;
        }
        int end = raw.indexOf('>', at);
        if (end < 0) {
            text.append(raw, at, raw.length());
            at = raw.length();
            return;
        }
        boolean opens = raw.charAt(at + 1) != '/';
        String name = name(raw.substring(at + 1, end));
        at = end + 1;
        if (opens && UNREAD.contains(name)) {
            int close = raw.toLowerCase(Locale.ROOT).indexOf("</" + name, at);
            at = close < 0 ? raw.length() : close;
        }
        if (!INLINE.contains(name)) {
            text.append(' ');
        }
    }

    private static String name(String inside) {
        int from = inside.startsWith("/") ? 1 : 0;
        int to = from;
        while (to < inside.length() && Character.isLetterOrDigit(inside.charAt(to))) {
            to++;
        }
        return inside.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private void entity() {
        int end = raw.indexOf(';', at);
        if (end > at && end - at <= LONGEST_ENTITY) {
            Optional<String> meant = meant(raw.substring(at + 1, end));
            if (meant.isPresent()) {
                text.append(meant.get());
                at = end + 1;
                return;
            }
        }
        text.append('&');
        at++;
    }

    private static Optional<String> meant(String entity) {
        if (!entity.startsWith("#")) {
            return Optional.ofNullable(ENTITIES.get(entity));
        }
        boolean hex = entity.startsWith("#x") || entity.startsWith("#X");
        try {
            int point = hex ? Integer.parseInt(entity.substring(2), 16) : Integer.parseInt(entity.substring(1));
            return Character.isValidCodePoint(point) ? Optional.of(Character.toString(point)) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
