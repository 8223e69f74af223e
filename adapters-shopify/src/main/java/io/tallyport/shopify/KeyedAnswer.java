package io.tallyport.shopify;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The answer to a write under an idempotency key.
 *
 * @param body the whole answer
 * @param afterLoss whether an earlier sending of the same call got no proper answer, so that the write may have been
 *     done by it
 */
record KeyedAnswer(JsonNode body, boolean afterLoss) {

    /** Whether an earlier try under the key failed; the same key never succeeds then. */
    boolean keySpent() {
        return GraphQlAnswer.of(body)
                .filter(answer -> answer.says(IdempotencyCodes.SPENT))
                .isPresent();
    }

    <T> T data(Class<T> shape) {
        return ShopifyClient.data(body, shape);
    }
}
