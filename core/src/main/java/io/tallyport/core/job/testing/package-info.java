/** The queue in memory and a worker turned by hand, for the tests of those who write handlers. */
@NullMarked
package io.tallyport.core.job.testing;

import org.jspecify.annotations.NullMarked;
