package io.tallyport.sandbox.shopify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads Shopify's search syntax: terms side by side or with AND, OR, NOT or a minus, parentheses, comparators, quotes
 * and backslashes.
 *
 * <p>A term that cannot be understood is left out, so that more matches than was asked for, and a warning says so. That
 * is how Shopify does it, and why a caller must look at the warnings.
 */
final class SearchParser<T> {

    private final SearchFields<T> fields;
    private final List<SearchToken> tokens;
    private final List<Map<String, String>> warnings = new ArrayList<>();
    private int next;

    private SearchParser(SearchFields<T> fields, String query) {
        this.fields = fields;
        this.tokens = SearchToken.split(query);
    }

    /** What was understood, and one warning for each thing that was not. */
    record Search<T>(Filter<T> filter, List<Map<String, String>> warnings) {}

    static <T> Search<T> parse(SearchFields<T> fields, String query) {
        SearchParser<T> parser = new SearchParser<>(fields, query);
        Optional<Filter<T>> filter = Optional.empty();
        while (parser.next < parser.tokens.size()) {
            filter = both(filter, parser.either());
            if (parser.at(")")) {
                parser.next++;
            }
        }
        return new Search<>(filter.orElseGet(Filter::all), List.copyOf(parser.warnings));
    }

    private Optional<Filter<T>> either() {
        Optional<Filter<T>> left = all();
        while (at("OR")) {
            next++;
            Optional<Filter<T>> right = all();
            left = left.isEmpty()
                    ? right
                    : right.isEmpty() ? left : Optional.of(left.get().or(right.get()));
        }
        return left;
    }

    private Optional<Filter<T>> all() {
        Optional<Filter<T>> result = Optional.empty();
        while (next < tokens.size() && !at("OR") && !at(")")) {
            if (at("AND")) {
                next++;
            } else {
                result = both(result, one());
            }
        }
        return result;
    }

    private Optional<Filter<T>> one() {
        SearchToken token = tokens.get(next++);
        if (token.isMark("NOT")) {
            return next < tokens.size() ? one().map(Filter::not) : Optional.empty();
        }
        if (token.isMark("(")) {
            Optional<Filter<T>> inner = either();
            if (at(")")) {
                next++;
            }
            return inner;
        }
        return token.term().flatMap(this::read);
    }

    private Optional<Filter<T>> read(Term term) {
        Optional<SearchFields.Reader<T>> reader = fields.reader(term.field());
        if (reader.isEmpty()) {
            warn(
                    term,
                    term.field().isEmpty() ? "missing_named_field" : "invalid_field",
                    term.field().isEmpty()
                            ? "Query must name a field to search."
                            : "Invalid search field for this query.");
            return Optional.empty();
        }
        Optional<Filter<T>> filter = reader.get().apply(term);
        if (filter.isEmpty()) {
            warn(term, "invalid_value", "Invalid value for this search field.");
        }
        return filter;
    }

    private void warn(Term term, String code, String message) {
        Map<String, String> warning = new LinkedHashMap<>();
        warning.put("field", term.field().isEmpty() ? term.value() : term.field());
        warning.put("message", message);
        warning.put("code", code);
        warnings.add(warning);
    }

    private boolean at(String mark) {
        return next < tokens.size() && tokens.get(next).isMark(mark);
    }

    private static <T> Optional<Filter<T>> both(Optional<Filter<T>> left, Optional<Filter<T>> right) {
        return left.isEmpty()
                ? right
                : right.isEmpty() ? left : Optional.of(left.get().and(right.get()));
    }
}
