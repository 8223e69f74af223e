package io.tallyport.docs.violations.adapterface.shopify;

public final class ShopErrors {}
