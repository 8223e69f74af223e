/** Lightspeed Retail R-Series, API V3: reads shops, stock levels and products. */
@NullMarked
package io.tallyport.lightspeed.rseries;

import org.jspecify.annotations.NullMarked;
