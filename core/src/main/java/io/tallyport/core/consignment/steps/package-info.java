/** The writes that bring a consignment about, one after the other, each with what became of it. */
@NullMarked
package io.tallyport.core.consignment.steps;

import org.jspecify.annotations.NullMarked;
