/** Finds which items of a route's two catalogues belong together, and keeps what people say about it. */
@NullMarked
package io.tallyport.core.catalog.mapping;

import org.jspecify.annotations.NullMarked;
