/** What is wrong with an installation, and what mends it. */
@NullMarked
package io.tallyport.core.doctor;

import org.jspecify.annotations.NullMarked;
