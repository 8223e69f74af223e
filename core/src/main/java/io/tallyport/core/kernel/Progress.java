package io.tallyport.core.kernel;

import java.util.OptionalLong;

/** Hears how far a long work has come; called from the working thread, so it must be quick. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress NONE = (step, done, total) -> {};

    /**
     * Hears of a step.
     *
     * @param step what is being done, such as {@code "reading till"}
     * @param done units of work done
     * @param total units in all, where known
     */
    void at(String step, long done, OptionalLong total);
}
