/** What happened: runs, the sync log, the audit trail and the log of remote calls. */
@NullMarked
package io.tallyport.core.history;

import org.jspecify.annotations.NullMarked;
