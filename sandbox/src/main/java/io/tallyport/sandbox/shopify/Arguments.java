package io.tallyport.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads coerced arguments, of which absence and null are the same unless asked. */
record Arguments(Map<String, Object> values) {

    static Arguments of(DataFetchingEnvironment env) {
        return new Arguments(env.getArguments());
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        return textIfGiven(name).orElseThrow(() -> new IllegalStateException(name));
    }

    Optional<String> textIfGiven(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString);
    }

    int whole(String name) {
        return wholeIfGiven(name).orElseThrow(() -> new IllegalStateException(name));
    }

    Optional<Integer> wholeIfGiven(String name) {
        return Optional.ofNullable((Integer) values.get(name));
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    @SuppressWarnings("unchecked") // the schema says so
    Arguments input(String name) {
        return new Arguments((Map<String, Object>) values.getOrDefault(name, Map.of()));
    }

    @SuppressWarnings("unchecked") // the schema says so
    List<Arguments> inputs(String name) {
        List<Map<String, Object>> maps = (List<Map<String, Object>>) values.getOrDefault(name, List.of());
        return maps.stream().map(Arguments::new).toList();
    }

    Optional<List<String>> texts(String name) {
        return Optional.ofNullable((List<?>) values.get(name))
                .map(list -> list.stream().map(String::valueOf).toList());
    }

    Connection.Slice slice() {
        return new Connection.Slice(
                wholeIfGiven("first"),
                wholeIfGiven("last"),
                textIfGiven("after"),
                textIfGiven("before"),
                flag("reverse"));
    }
}
