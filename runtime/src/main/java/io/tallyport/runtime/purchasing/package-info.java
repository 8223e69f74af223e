/** Purchase orders in files. */
@NullMarked
package io.tallyport.runtime.purchasing;

import org.jspecify.annotations.NullMarked;
