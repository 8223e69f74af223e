package io.tallyport.sandbox.shopify;

import java.util.List;
import java.util.Optional;

/** A business "no": an entry of {@code userErrors}. */
record Refusal(Optional<List<String>> field, String message, String code) {

    static Refusal at(List<String> field, String message, String code) {
        return new Refusal(Optional.of(field), message, code);
    }

    static Refusal of(String message, String code) {
        return new Refusal(Optional.empty(), message, code);
    }
}
