/** Keeps reads of levels in files while they go on, and gives them back in order. */
@NullMarked
package io.tallyport.runtime.spool;

import org.jspecify.annotations.NullMarked;
