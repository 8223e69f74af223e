/** Tests of the X-Series adapter. */
@NullMarked
package io.tallyport.lightspeed.xseries;

import org.jspecify.annotations.NullMarked;
