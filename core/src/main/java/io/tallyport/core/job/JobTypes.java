package io.tallyport.core.job;

import java.util.Set;
import java.util.TreeSet;

/** The job types that this program knows, and their word on payloads that people write. */
public final class JobTypes {

    private static final String OPERATION = "read payload";

    private final JobHandlers handlers;

    public JobTypes(JobHandlers handlers) {
        this.handlers = handlers;
    }

    /** The names. */
    public Set<String> names() {
        return handlers.types();
    }

    /**
     * The type of that name.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected when there is none, with those that there are
     */
    public JobType<?> require(String name) {
        return handlers.type(name)
                .orElseThrow(() -> JobErrors.rejected(
                        OPERATION,
                        JobErrors.UNKNOWN_TYPE,
                        "\"" + name + "\" is none of " + String.join(", ", new TreeSet<>(names()))));
    }

    /**
     * Refuses a payload that the type would not read in its current version.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected with where and why
     */
    public JobType<?> check(String name, String payload) {
        JobType<?> type = require(name);
        try {
            type.codec().decode(type.version(), payload);
            return type;
        } catch (IllegalArgumentException unreadable) {
            throw JobErrors.rejected(OPERATION, JobErrors.BAD_PAYLOAD, String.valueOf(unreadable.getMessage()));
        }
    }
}
