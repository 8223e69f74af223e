/** Holds the house to its plan: the arrows between rooms, the shape of its classes, and the tables of its guides. */
@NullMarked
package io.tallyport.docs;

import org.jspecify.annotations.NullMarked;
