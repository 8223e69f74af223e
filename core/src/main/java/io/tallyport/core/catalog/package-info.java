/** What belongs together on both sides of a route. */
@NullMarked
package io.tallyport.core.catalog;

import org.jspecify.annotations.NullMarked;
