package io.tallyport.core.job;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which handler does which type of job. Immutable. */
public final class JobHandlers {

    /** No handler yet. */
    public static final JobHandlers NONE = new JobHandlers(Map.of());

    /** A type with the one that does it. */
    record Entry<T>(JobType<T> type, JobHandler<T> handler) {

        /** @throws IllegalArgumentException when the payload cannot be read */
        Call read(ClaimedJob job) {
            T payload = type.codec().decode(job.version(), job.payload());
            return context -> handler.handle(payload, context);
        }
    }

    /** A handler with the payload that it is to work on. */
    @FunctionalInterface
    interface Call {
        Outcome on(JobContext context) throws InterruptedException;
    }

    private final Map<String, Entry<?>> entries;

    private JobHandlers(Map<String, Entry<?>> entries) {
        this.entries = entries;
    }

    /**
     * These handlers and one more.
     *
     * @throws IllegalArgumentException when the type has one already
     */
    public <T> JobHandlers with(JobType<T> type, JobHandler<T> handler) {
        Map<String, Entry<?>> more = new LinkedHashMap<>(entries);
        if (more.put(type.name(), new Entry<>(type, handler)) != null) {
            throw new IllegalArgumentException("the job type \"" + type.name() + "\" has a handler already");
        }
        return new JobHandlers(more);
    }

    /**
     * Only the handlers of these types, so that a worker leaves the others to others.
     *
     * @throws IllegalArgumentException when one of them has no handler, with the names that there are
     */
    public JobHandlers only(Set<String> names) {
        Map<String, Entry<?>> some = new LinkedHashMap<>(entries);
        some.keySet().retainAll(names);
        for (String name : names) {
            if (!some.containsKey(name)) {
                throw new IllegalArgumentException("the job type \"" + name + "\" has no handler; known are "
                        + String.join(", ", entries.keySet()));
            }
        }
        return new JobHandlers(some);
    }

    /** The names of the types. */
    public Set<String> types() {
        return Set.copyOf(entries.keySet());
    }

    /** The type of that name. */
    public Optional<JobType<?>> type(String name) {
        return entry(name).map(Entry::type);
    }

    Optional<Entry<?>> entry(String name) {
        return Optional.ofNullable(entries.get(name));
    }
}
