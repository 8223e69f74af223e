package io.tallyport.remote;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.RequestLine;
import java.net.URI;

/** A token server: one address (RFC 6749, section 3.2). */
@Headers("Accept: application/json")
interface TokenApi {

    @RequestLine("POST")
    Answer<JsonNode> post(URI url, TokenFields fields);
}
