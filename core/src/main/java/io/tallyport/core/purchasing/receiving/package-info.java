/** What comes back: how far a consignment is, what has been received, and receiving from our side. */
@NullMarked
package io.tallyport.core.purchasing.receiving;

import org.jspecify.annotations.NullMarked;
