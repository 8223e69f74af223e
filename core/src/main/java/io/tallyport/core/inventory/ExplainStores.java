package io.tallyport.core.inventory;

import io.tallyport.core.history.RunStore;
import io.tallyport.core.history.SyncLog;
import io.tallyport.core.intent.UnsettledIntents;

/** What an explanation reads beside what planning does. */
public record ExplainStores(PlanStores planning, UnsettledIntents intents, RunStore runs, SyncLog syncLog) {}
