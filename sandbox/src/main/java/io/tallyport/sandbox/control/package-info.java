/** What a test does behind the APIs' backs: sells, orders, moves the clock, breaks things, and looks. */
@NullMarked
package io.tallyport.sandbox.control;

import org.jspecify.annotations.NullMarked;
