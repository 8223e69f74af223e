package io.tallyport.sandbox.control;

import java.util.Optional;

/** The tills of a POS that has several outlets. */
public interface OutletControl {

    /** The tills of the first outlet. */
    PosControl main();

    /** The vendor's id of the first outlet. */
    String mainId();

    /** The tills of the outlet of that id or name; empty where there is no open one. */
    Optional<PosControl> outlet(String idOrName);
}
