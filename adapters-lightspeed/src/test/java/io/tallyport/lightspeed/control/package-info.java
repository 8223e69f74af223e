/** What tests of both adapters ask a running sandbox for. */
@NullMarked
package io.tallyport.lightspeed.control;

import org.jspecify.annotations.NullMarked;
