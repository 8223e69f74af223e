/** Harnesses that measure the product against the sandbox: one main class for each figure. */
@NullMarked
package io.tallyport.benchmarks;

import org.jspecify.annotations.NullMarked;
