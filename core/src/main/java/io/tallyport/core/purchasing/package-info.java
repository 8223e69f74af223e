/** Purchase orders: made, approved, changed and called off here, carried to a platform as consignments. */
@NullMarked
package io.tallyport.core.purchasing;

import org.jspecify.annotations.NullMarked;
