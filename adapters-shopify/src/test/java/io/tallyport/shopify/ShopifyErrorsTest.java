package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ErrorCode;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShopifyErrorsTest {

    private static List<ErrorCode> codes() throws IllegalAccessException {
        List<ErrorCode> codes = new ArrayList<>();
        for (Field field : ShopifyErrors.class.getDeclaredFields()) {
            if (field.getType() == ErrorCode.class && field.get(null) instanceof ErrorCode code) {
                codes.add(code);
            }
        }
        return codes;
    }

    @Test
    void everyCodeIsItsOwnAndSaysWhatToDo() throws IllegalAccessException {
        assertThat(codes()).hasSizeGreaterThan(15).allSatisfy(code -> {
            assertThat(code.code()).matches("SH[0-9]{3}");
            assertThat(code.meaning()).isNotBlank();
            assertThat(code.action()).isNotBlank();
        });
        assertThat(codes()).extracting(ErrorCode::code).doesNotHaveDuplicates();
    }

    @Test
    void theFirstThreeAreWhatTheyHaveAlwaysBeen() {
        assertThat(ShopifyErrors.RATE_LIMIT.code()).isEqualTo("SH001");
        assertThat(ShopifyErrors.VARIANT_LIMIT.code()).isEqualTo("SH002");
        assertThat(ShopifyErrors.INVALID_DATA.code()).isEqualTo("SH003");
    }
}
