/** The stand-in of Lightspeed Retail R-Series, API V3: items, stock rows and shops, with its quirks and its leaky bucket. */
@NullMarked
package io.tallyport.sandbox.rseries;

import org.jspecify.annotations.NullMarked;
