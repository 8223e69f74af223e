/** The stand-in of Lightspeed Retail X-Series, APIs 2.0 and dated: outlets, products and stock under one version counter. */
@NullMarked
package io.tallyport.sandbox.xseries;

import org.jspecify.annotations.NullMarked;
