/** What the job queue needs libraries for: payloads as JSON, and cron expressions. */
@NullMarked
package io.tallyport.runtime.queue;

import org.jspecify.annotations.NullMarked;
