/** Webhooks and the REST API over HTTP: routes and their answers, and nothing else. */
@NullMarked
package io.tallyport.http;

import org.jspecify.annotations.NullMarked;
