/** Fault scripts: which requests go wrong, and how. */
@NullMarked
package io.tallyport.sandbox.faults;

import org.jspecify.annotations.NullMarked;
