package io.tallyport.docs.violations.adapterface.lightspeed.rseries;

final class Hidden {}
