package io.tallyport.docs.violations.rooms.core;

public final class Bystander {}
