/** Stock: levels, plans, approval and apply. */
@NullMarked
package io.tallyport.core.inventory;

import org.jspecify.annotations.NullMarked;
