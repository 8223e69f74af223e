/** Stateful stand-ins of the remote APIs over HTTP, written from the API facts alone. */
@NullMarked
package io.tallyport.sandbox;

import org.jspecify.annotations.NullMarked;
