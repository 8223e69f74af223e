/** The command line: parses, asks, calls the use cases and shows what came of it; decides nothing itself. */
@NullMarked
package io.tallyport.cli;

import org.jspecify.annotations.NullMarked;
