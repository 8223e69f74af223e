/** Stands in for Shopify's Admin GraphQL API 2026-07: a web shop with inventory, its rules, its costs and its errors. */
@NullMarked
package io.tallyport.sandbox.shopify;

import org.jspecify.annotations.NullMarked;
