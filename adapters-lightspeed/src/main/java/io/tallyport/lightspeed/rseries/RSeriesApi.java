package io.tallyport.lightspeed.rseries;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import feign.Headers;
import feign.RequestLine;
import io.tallyport.remote.Answer;
import io.tallyport.remote.WireJson;
import java.net.URI;

/** The API V3, which is a list behind every URL; {@link RSeriesUrls} makes the URLs, since {@code next} gives them. */
@Headers("Accept: application/json")
interface RSeriesApi {

    @RequestLine("GET")
    Answer<PageWire> page(URI url);

    /** Writes, and is never repeated by itself. */
    @RequestLine("PUT")
    Answer<PageWire> set(URI url, SetQohWire figure);

    /** Makes something, and is never repeated by itself. */
    @RequestLine("POST")
    Answer<PageWire> create(URI url, Object made);

    /** Changes the fields that are given, and is never repeated by itself. */
    @RequestLine("PUT")
    Answer<PageWire> change(URI url, Object fields);

    /** Puts something away. */
    @RequestLine("DELETE")
    Answer<PageWire> delete(URI url);

    /** Reads what R-Series takes for JSON: everything a string, lists of one as objects, names in any case. */
    static ObjectMapper mapper() {
        return WireJson.mapper()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
                .enable(DeserializationFeature.ACCEPT_EMPTY_ARRAY_AS_NULL_OBJECT)
                .build();
    }
}
