/** Stocktakes: what was counted becomes a count at the platform, and its stock only when nothing else would change. */
@NullMarked
package io.tallyport.core.counting;

import org.jspecify.annotations.NullMarked;
