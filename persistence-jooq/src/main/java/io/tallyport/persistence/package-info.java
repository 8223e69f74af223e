/** The stores of the core on MariaDB or on the embedded H2; {@link io.tallyport.persistence.Database} is the way in. */
@NullMarked
package io.tallyport.persistence;

import org.jspecify.annotations.NullMarked;
