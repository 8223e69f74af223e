package io.tallyport.core.inventory.undo;

import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.ExternalId;

/** One level of a backup. */
public record BackupRow(ExternalId location, StockLevel level) {}
