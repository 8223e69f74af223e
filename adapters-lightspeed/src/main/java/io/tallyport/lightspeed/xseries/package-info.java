/** Lightspeed Retail X-Series (formerly Vend), API 2.0 and dated versions: reads outlets, stock levels and products. */
@NullMarked
package io.tallyport.lightspeed.xseries;

import org.jspecify.annotations.NullMarked;
