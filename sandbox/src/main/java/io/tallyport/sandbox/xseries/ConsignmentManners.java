package io.tallyport.sandbox.xseries;

import io.tallyport.sandbox.control.ConsignmentControl.Manners;
import java.time.Duration;

/** How consignments behave where the vendor's own pages differ or are silent; guarded by the store's monitor. */
final class ConsignmentManners {

    Manners now = new Manners(true, true, Manners.Repeated.SETS, false, Duration.ofSeconds(5));
}
