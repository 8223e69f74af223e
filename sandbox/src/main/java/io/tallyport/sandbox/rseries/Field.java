package io.tallyport.sandbox.rseries;

import java.util.List;
import java.util.function.Function;

/** A field that lists can be filtered by; a row matches when one of its values does. */
record Field<R>(String name, FieldType type, Function<R, List<Value>> values) {

    static <R> Field<R> one(String name, FieldType type, Function<R, Value> value) {
        return new Field<>(name, type, row -> List.of(value.apply(row)));
    }
}
