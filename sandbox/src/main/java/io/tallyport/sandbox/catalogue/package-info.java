/** A made-up shop of any size, the same for the same seed, with the irregularities that real shops have. */
@NullMarked
package io.tallyport.sandbox.catalogue;

import org.jspecify.annotations.NullMarked;
