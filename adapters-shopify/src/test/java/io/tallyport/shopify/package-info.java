/** Tests of the Shopify adapter: tables over answers as they were recorded, and conversations over real HTTP. */
@NullMarked
package io.tallyport.shopify;

import org.jspecify.annotations.NullMarked;
