/** Classes that break a rule of the house on purpose, each in a made-up house named after the rule. */
@NullMarked
package io.tallyport.docs.violations;

import org.jspecify.annotations.NullMarked;
