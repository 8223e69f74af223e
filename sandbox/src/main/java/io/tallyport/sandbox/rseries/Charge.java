package io.tallyport.sandbox.rseries;

import java.util.Map;

/**
 * What the limiter says to one request.
 *
 * @param headers to be sent with the answer, whatever it is
 */
record Charge(boolean admitted, Map<String, String> headers) {}
