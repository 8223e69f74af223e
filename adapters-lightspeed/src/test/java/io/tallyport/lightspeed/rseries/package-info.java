/** Tests of the R-Series adapter. */
@NullMarked
package io.tallyport.lightspeed.rseries;

import org.jspecify.annotations.NullMarked;
