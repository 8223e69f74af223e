package io.tallyport.core.job;

/**
 * What every storage of jobs keeps to. A test class supplies {@code subject()}: an empty storage whose clock stands at
 * {@link QueueScenes#START}.
 */
public interface JobQueueContract
        extends EnqueueContract,
                OrderContract,
                IdentityContract,
                ClaimContract,
                GroupContract,
                LeaseContract,
                CompletionContract,
                FenceContract,
                DependencyContract,
                CancelContract,
                DeskContract,
                PruneContract,
                HistoryContract,
                WorkersContract,
                ScheduleContract,
                ProbeContract {}
