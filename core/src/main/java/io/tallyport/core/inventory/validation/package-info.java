/** Compares what both ends of a route have and show, and says what is off; changes nothing. */
@NullMarked
package io.tallyport.core.inventory.validation;

import org.jspecify.annotations.NullMarked;
