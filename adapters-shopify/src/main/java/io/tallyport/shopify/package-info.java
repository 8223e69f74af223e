/** Speaks Shopify's Admin GraphQL API for the inventory ports, and keeps everything that is Shopify's own in here. */
@NullMarked
package io.tallyport.shopify;

import org.jspecify.annotations.NullMarked;
