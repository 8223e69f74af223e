/** Carries an order to its consignment, as a machine that any stop may interrupt and that goes on from what was stored. */
@NullMarked
package io.tallyport.core.purchasing.sync;

import org.jspecify.annotations.NullMarked;
