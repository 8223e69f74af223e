package io.tallyport.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Param;
import feign.RequestLine;
import io.tallyport.remote.Answer;

/** The one address of Shopify's Admin GraphQL API (shopify.dev docs/api/admin-graphql). */
interface ShopifyApi {

    @RequestLine("POST /admin/api/{version}/graphql.json")
    Answer<JsonNode> post(@Param("version") String version, Wire.Request request);
}
