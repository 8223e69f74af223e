package io.tallyport.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How the fields of one GraphQL type are read off its Java source. */
final class TypeFields<T> {

    private final Class<? super T> source;
    private final TypeRuntimeWiring.Builder wiring;

    TypeFields(String type, Class<? super T> source) {
        this.source = source;
        this.wiring = TypeRuntimeWiring.newTypeWiring(type);
    }

    TypeFields<T> field(String name, Function<T, Object> value) {
        wiring.dataFetcher(name, env -> value.apply(source(env)));
        return this;
    }

    TypeFields<T> field(String name, BiFunction<T, DataFetchingEnvironment, Object> value) {
        wiring.dataFetcher(name, env -> value.apply(source(env), env));
        return this;
    }

    @SuppressWarnings("unchecked") // but for type arguments, which no field looks at
    private T source(DataFetchingEnvironment env) {
        Object object = Objects.requireNonNull(env.getSource());
        return (T) Objects.requireNonNull(source.cast(object));
    }

    TypeRuntimeWiring.Builder wiring() {
        return wiring;
    }
}
