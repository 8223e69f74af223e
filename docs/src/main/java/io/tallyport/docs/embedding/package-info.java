/** How another JVM service uses Tallyport as a library; the README shows this code, and a test runs it. */
@NullMarked
package io.tallyport.docs.embedding;

import org.jspecify.annotations.NullMarked;
