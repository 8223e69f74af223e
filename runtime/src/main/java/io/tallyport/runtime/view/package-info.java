/** Things as both apps show them: plain records that become JSON as they are. */
@NullMarked
package io.tallyport.runtime.view;

import org.jspecify.annotations.NullMarked;
