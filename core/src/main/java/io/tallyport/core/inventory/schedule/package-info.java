/** Cycles of routes that run by themselves, on a person's standing consent. */
@NullMarked
package io.tallyport.core.inventory.schedule;

import org.jspecify.annotations.NullMarked;
