package io.tallyport.persistence;

import java.util.Collection;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Conditions by which a database finds rows through an index.
 *
 * <p>H2 looks a list of values up in an index when they are written out and their column is the index's first; as bound
 * values, which jOOQ casts there, they are compared with every row instead.
 */
final class Lookups {

    private Lookups() {}

    static <T> Condition isOneOf(Field<T> field, Collection<T> values) {
        return field.in(values.stream().map(value -> DSL.inline(value, field)).toList());
    }
}
