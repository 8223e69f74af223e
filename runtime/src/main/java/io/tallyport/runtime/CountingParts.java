package io.tallyport.runtime;

import io.tallyport.core.counting.CancelCount;
import io.tallyport.core.counting.CompleteCount;
import io.tallyport.core.counting.CountFiles;
import io.tallyport.core.counting.PlanCount;
import io.tallyport.core.counting.ShowCount;
import io.tallyport.core.counting.StartCount;
import jakarta.inject.Inject;

/**
 * What a started Tallyport hands out for stocktakes.
 *
 * @param files reads what was counted from files
 * @param plan says what a count would do; only reads
 * @param start makes it at the platform and enters the figures; no stock changes
 * @param complete makes the figures the stock
 * @param cancel calls it off
 * @param show says where it stands
 */
public record CountingParts(
        CountFiles files,
        PlanCount plan,
        StartCount start,
        CompleteCount complete,
        CancelCount cancel,
        ShowCount show) {

    @Inject
    public CountingParts {}
}
