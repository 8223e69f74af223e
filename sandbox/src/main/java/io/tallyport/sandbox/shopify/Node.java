package io.tallyport.sandbox.shopify;

/** Anything that has a global id. */
interface Node {

    String gid();
}
