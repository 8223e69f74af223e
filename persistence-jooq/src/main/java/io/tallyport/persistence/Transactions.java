package io.tallyport.persistence;

import io.tallyport.core.kernel.UnitOfWork;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;

/** What the stores run their statements in. */
interface Transactions extends UnitOfWork {

    /**
     * Runs one operation of a store: in the thread's open unit of work, else in a transaction of its own. Failures come
     * out as PortExceptions; one that leaves an operation dooms the open unit of work, whoever catches it.
     */
    <T> T call(String operation, Function<DSLContext, T> body);

    /** The same in a transaction of its own, whatever is open on the thread. */
    <T> T apart(String operation, Function<DSLContext, T> body);

    default void run(String operation, Consumer<DSLContext> body) {
        call(operation, sql -> {
            body.accept(sql);
            return Boolean.TRUE;
        });
    }
}
