/** What tests of remote adapters need: a scripted HTTP server, and a clock that is turned by hand. */
@NullMarked
package io.tallyport.remote;

import org.jspecify.annotations.NullMarked;
