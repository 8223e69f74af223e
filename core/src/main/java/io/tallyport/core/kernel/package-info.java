/** The words every capability shares: identifiers, quantities, pages and the failures a port may answer with. */
@NullMarked
package io.tallyport.core.kernel;

import org.jspecify.annotations.NullMarked;
