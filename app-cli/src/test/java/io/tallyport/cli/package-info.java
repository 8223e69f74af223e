/** Tests of the command line, as a function from arguments to output and exit code. */
@NullMarked
package io.tallyport.cli;

import org.jspecify.annotations.NullMarked;
