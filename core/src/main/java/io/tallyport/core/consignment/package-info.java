/** Goods on their way as a remote platform knows them: what a purchase order, a transfer, a return or a count becomes there. */
@NullMarked
package io.tallyport.core.consignment;

import org.jspecify.annotations.NullMarked;
