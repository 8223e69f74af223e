package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;

/** A pair that a plan wants to change and that no write has brought into step yet: it comes again in the next cycle. */
public record DueRow(ExternalId sourceItem, ExternalId targetItem) {}
