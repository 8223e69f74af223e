/** What every remote adapter needs: HTTP through Feign, retries, rate budgets, and the journal of calls. */
@NullMarked
package io.tallyport.remote;

import org.jspecify.annotations.NullMarked;
