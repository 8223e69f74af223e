/** The HTTP app over real HTTP. */
@NullMarked
package io.tallyport.http;

import org.jspecify.annotations.NullMarked;
