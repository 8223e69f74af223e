package io.tallyport.sandbox.shopify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A piece of a search: a mark such as {@code (} or {@code OR}, or a term. */
record SearchToken(String mark, Optional<Term> term) {

    private static final Set<String> WORDS = Set.of("AND", "OR", "NOT");

    boolean isMark(String wanted) {
        return term.isEmpty() && mark.equals(wanted);
    }

    static List<SearchToken> split(String query) {
        List<SearchToken> tokens = new ArrayList<>();
        Scanner scanner = new Scanner(query);
        while (scanner.skipSpace()) {
            tokens.add(scanner.token());
        }
        return tokens;
    }

    private static SearchToken mark(String mark) {
        return new SearchToken(mark, Optional.empty());
    }

    private static final class Scanner {
        private final String text;
        private int at;

        Scanner(String text) {
            this.text = text;
        }

        boolean skipSpace() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at < text.length();
        }

        SearchToken token() {
            char first = text.charAt(at);
            if (first == '(' || first == ')') {
                at++;
                return mark(String.valueOf(first));
            }
            if (first == '-') {
                at++;
                return mark("NOT");
            }
            if (first == '"' || first == '\'') {
                return term("", "=");
            }
            int start = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            String word = text.substring(start, at);
            if (at < text.length() && text.charAt(at) == ':' && !word.isEmpty()) {
                at++;
                return term(word, comparator());
            }
            if (WORDS.contains(word) && (at == text.length() || !isValue(text.charAt(at)))) {
                return mark(word);
            }
            at = start;
            return term("", "=");
        }

        private String comparator() {
            for (String comparator : List.of(">=", "<=", ">", "<", "=")) {
                if (text.startsWith(comparator, at)) {
                    at += comparator.length();
                    return comparator;
                }
            }
            return "=";
        }

        private SearchToken term(String field, String comparator) {
            boolean quoted = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
            String value = quoted ? quotedValue(text.charAt(at)) : bareValue();
            return new SearchToken("", Optional.of(new Term(field, comparator, value, quoted)));
        }

        private String quotedValue(char quote) {
            at++;
            StringBuilder value = new StringBuilder();
            while (at < text.length() && text.charAt(at) != quote) {
                value.append(character());
            }
            at++;
            return value.toString();
        }

        private String bareValue() {
            StringBuilder value = new StringBuilder();
            int start = at;
            while (at < text.length() && isValue(text.charAt(at))) {
                value.append(character());
            }
            if (at == start) {
                at++;
            }
            return value.toString();
        }

        private char character() {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            return text.charAt(at++);
        }

        private static boolean isValue(char c) {
            return !Character.isWhitespace(c) && c != '(' && c != ')';
        }
    }
}
