package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Secret;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShopifyCallbackTest {

    private static final Secret KEY = new Secret("hush");
    /** Of "code=c&shop=shop.example&state=s&timestamp=1" under "hush". */
    private static final String SIGNATURE = "944eac473bb723ce3f9cd7af8caac38445cc44da9f5078e8fde6ea9d183bcf09";

    private final Rig rig = new Rig();
    private final ShopifyCallback callback = new ShopifyCallback(rig.connection());

    @AfterEach
    void close() {
        rig.close();
    }

    private static Map<String, String> answer(String... changes) {
        Map<String, String> answer = new HashMap<>(
                Map.of("code", "c", "shop", "shop.example", "state", "s", "timestamp", "1", "hmac", SIGNATURE));
        for (int i = 0; i < changes.length; i += 2) {
            answer.put(changes[i], changes[i + 1]);
        }
        return answer;
    }

    @Test
    void aSignedAnswerOfThisShopIsTaken() {
        assertThat(callback.problem(answer(), KEY)).isEmpty();
    }

    @Test
    void whatWasChangedOrIsNotSignedIsRefused() {
        Map<String, String> unsigned = answer();
        unsigned.remove("hmac");

        assertThat(callback.problem(answer("code", "d"), KEY)).isPresent();
        assertThat(callback.problem(answer("more", "x"), KEY)).isPresent();
        assertThat(callback.problem(unsigned, KEY)).isPresent();
        assertThat(callback.problem(answer(), new Secret("other"))).isPresent();
    }

    @Test
    void anotherShopIsRefused() {
        ShopifyCallback ofAnother = new ShopifyCallback(new Connection(
                rig.connection().id(),
                rig.connection().platform(),
                "other.example",
                rig.shop.url(),
                rig.connection().environment(),
                rig.connection().accessMode(),
                true,
                Map.of(),
                Map.of()));

        assertThat(ofAnother.problem(answer(), KEY))
                .hasValueSatisfying(problem -> assertThat(problem).contains("another shop"));
    }

    @Test
    void aCodeCarriedOverByHandHasNothingToLookAt() {
        assertThat(callback.problem(Map.of("code", "c"), KEY)).isEmpty();
    }
}
