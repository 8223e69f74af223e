/** The little HTTP that every stand-in shares: requests, responses, faults. */
@NullMarked
package io.tallyport.sandbox.http;

import org.jspecify.annotations.NullMarked;
