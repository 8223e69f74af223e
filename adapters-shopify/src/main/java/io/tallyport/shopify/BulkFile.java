package io.tallyport.shopify;

import io.tallyport.remote.Download;

/**
 * A bulk operation's file on its way.
 *
 * @param rows how many rows it must have
 */
record BulkFile(Download download, long rows) {}
