package io.tallyport.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Answers in the shapes that stores were seen to give. */
final class Recorded {

    static final String COST = """
            "extensions":{"cost":{"requestedQueryCost":12,"actualQueryCost":12,
            "throttleStatus":{"maximumAvailable":2000.0,"currentlyAvailable":1988,"restoreRate":100.0}}}""";

    static final String UNAUTHORIZED = """
            {"errors":"[API] Invalid API key or access token (unrecognized login or wrong password)"}""";
    static final String BAD_REQUEST_OBJECT = """
            {"errors":{"query":"Required parameter missing or invalid"}}""";
    static final String UNDEFINED_FIELD = """
            {"errors":[{"message":"Field 'code' doesn't exist on type 'UserError'","locations":[{"line":1,"column":2}],
            "path":["mutation","inventoryActivate","userErrors","code"],
            "extensions":{"code":"undefinedField","typeName":"UserError","fieldName":"code"}}]}""";
    static final String PARSE_ERROR = """
            {"errors":[{"message":"syntax error, unexpected end of file","extensions":{"code":"PARSE_ERROR"}}]}""";
    static final String INVALID_VARIABLE = """
            {"errors":[{"message":"Variable $input of type InventorySetQuantitiesInput! was provided invalid value",
            "extensions":{"code":"INVALID_VARIABLE","value":{},"problems":[
            {"path":["quantities",0,"inventoryItemId"],"explanation":"Invalid global id 'nope'"}]}}]}""";
    static final String ACCESS_DENIED = """
            {"data":{"location":null},"errors":[{"message":"Access denied for location field.",
            "locations":[{"line":2,"column":3}],"path":["location"],
            "extensions":{"code":"ACCESS_DENIED","requiredAccess":"`read_locations` access scope."}}]}""";
    static final String NOT_FOUND = """
            {"data":{"location":null},"errors":[{"message":"Invalid id: gid://shopify/Location/x",
            "path":["location"],"extensions":{"code":"RESOURCE_NOT_FOUND"}}]}""";
    static final String INTERNAL = """
            {"data":null,"errors":[{"message":"Internal error. Looks like something went wrong on our end.",
            "extensions":{"code":"INTERNAL_SERVER_ERROR","requestId":"d2d3-77"}}]}""";
    static final String KEY_REQUIRED = """
            {"data":{"inventorySetQuantities":null},"errors":[{"message":
            "The @idempotent directive is required for this mutation but was not provided.",
            "path":["inventorySetQuantities"],"extensions":{"code":"BAD_REQUEST"}}]}""";
    static final String THROTTLED = """
            {"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED",
            "documentation":"https://shopify.dev/api/usage/rate-limits"}}],
            "extensions":{"cost":{"requestedQueryCost":431,"actualQueryCost":null,
            "throttleStatus":{"maximumAvailable":2000,"currentlyAvailable":31.0,"restoreRate":100}}}}""";
    static final String TOO_COSTLY = """
            {"errors":[{"message":"Query cost is 1251, which exceeds the single query max cost limit (1000).",
            "extensions":{"code":"MAX_COST_EXCEEDED","cost":1251,"maxCost":1000}}]}""";
    static final String INPUT_TOO_LONG = """
            {"errors":[{"message":"The input array size of 251 is greater than the maximum allowed of 250.",
            "path":["inventorySetQuantities","input","quantities"],"extensions":{"code":"MAX_INPUT_SIZE_EXCEEDED"}}],
            "extensions":{"cost":{"requestedQueryCost":10,"actualQueryCost":null}}}""";
    static final String FILTER_IGNORED = """
            {"data":{"location":{"id":"gid://shopify/Location/11"}},"extensions":{"search":[{"path":["location"],
            "query":"updated:>1","parsed":{},"warnings":[{"field":"updated",
            "message":"Invalid search field for this query.","code":"invalid_field"}]}]}}""";
    static final String VARIANT_LIMIT = """
            {"errors":"Daily variant creation limit reached. Please try again later."}""";

    private Recorded() {}

    /** A top-level error with a code and no data. */
    static String error(String code) {
        return "{\"errors\":[{\"message\":\"words\",\"extensions\":{\"code\":\"" + code + "\"}}]}";
    }

    /** A payload of inventorySetQuantities. */
    static String set(String group, String... userErrors) {
        return "{\"data\":{\"inventorySetQuantities\":{\"inventoryAdjustmentGroup\":" + group + ",\"userErrors\":["
                + String.join(",", userErrors) + "]}}," + COST + "}";
    }

    static String userError(String field, String code) {
        return "{\"field\":" + field + ",\"message\":\"words\",\"code\":\"" + code + "\"}";
    }

    static String applied() {
        return set("{\"id\":\"gid://shopify/InventoryAdjustmentGroup/9\"}");
    }

    static String data(String data) {
        return "{\"data\":" + data + "," + COST + "}";
    }

    static JsonNode tree(String body) {
        try {
            return ShopifyClient.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
    }
}
