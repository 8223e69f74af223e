package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import feign.Headers;
import feign.RequestLine;
import io.tallyport.remote.Answer;
import io.tallyport.remote.WireJson;
import java.net.URI;

/** The API, whose form depends on the version in the URL: so answers come as JSON, and {@link Wire} reads them. */
@Headers("Accept: application/json")
interface XSeriesApi {

    @RequestLine("GET")
    Answer<JsonNode> get(URI url);

    /** Reads too: dated versions take the questions about inventory as a body. */
    @RequestLine("POST")
    Answer<JsonNode> post(URI url, InventoryQuery question);

    /** Writes, and is never repeated by itself. */
    @RequestLine("POST")
    Answer<JsonNode> adjust(URI url, AdjustmentWire.Request adjustments);

    /** Makes something, and is never repeated by itself. */
    @RequestLine("POST")
    Answer<JsonNode> create(URI url, Object body);

    /** Writes what is there once more, and is never repeated by itself. */
    @RequestLine("PUT")
    Answer<JsonNode> replace(URI url, Object body);

    /** Is answered by nothing at all. */
    @RequestLine("DELETE")
    Answer<Void> delete(URI url);

    /** How this API's JSON is read and written. */
    static ObjectMapper mapper() {
        return WireJson.mapper().build();
    }
}
