package io.tallyport.docs.violations.adapterface.lightspeed.rseries;

public final class PosSettings {}
