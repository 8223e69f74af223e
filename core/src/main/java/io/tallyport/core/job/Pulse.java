package io.tallyport.core.job;

import java.util.List;

/**
 * What a worker tells with each heartbeat.
 *
 * @param running how many jobs its threads work on
 * @param memoryBytes how much of its heap is in use
 * @param progress of those that have something new to tell
 */
public record Pulse(int running, long memoryBytes, List<JobProgress> progress) {

    public Pulse {
        progress = List.copyOf(progress);
    }
}
