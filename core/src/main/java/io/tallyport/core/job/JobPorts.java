package io.tallyport.core.job;

/**
 * What a worker needs of the storage of jobs.
 *
 * @param queue where it takes jobs and settles them
 * @param upkeep what it does from time to time so that nothing stays where it is
 * @param workers where it is known
 * @param fence tells its handlers whether their claim still counts
 */
public record JobPorts(JobQueue queue, QueueUpkeep upkeep, Workers workers, JobFence fence) {}
