/** Lightspeed Retail R-Series, API V3: reads shops and stock levels. */
@NullMarked
package io.tallyport.lightspeed.rseries;

import org.jspecify.annotations.NullMarked;
