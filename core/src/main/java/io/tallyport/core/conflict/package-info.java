/** Rows that wait for a person: what was seen, how often, and what was answered. */
@NullMarked
package io.tallyport.core.conflict;

import org.jspecify.annotations.NullMarked;
