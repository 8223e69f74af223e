package io.tallyport.lightspeed.xseries;

import org.jspecify.annotations.Nullable;

/** A row that carries its version: one counter for everything of a store, 64 bits, with gaps. */
interface Versioned {

    @Nullable
    Long version();
}
