package io.tallyport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.tallyport.core.kernel.ErrorCode;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The table of codes says what the code says, word for word. */
class ErrorCodesTest {

    private static final String PAGE = "docs/error-codes.md";

    @Test
    void thePageListsEveryCodeAndNoOther() {
        assertThat(onThePage()).containsExactlyElementsOf(inTheCode());
    }

    @Test
    void noCodeStandsForTwoThings() {
        List<String> codes = constants().stream().map(ErrorCode::code).toList();
        assertThat(codes).hasSizeGreaterThan(30).doesNotHaveDuplicates();
        assertThat(codes).allMatch(code -> code.matches("(LS|SH|TP|DB)[0-9]{3}"));
    }

    private static List<String> onThePage() {
        return Pages.rows(PAGE).stream()
                .map(cells -> String.join(" | ", cells))
                .sorted()
                .toList();
    }

    private static List<String> inTheCode() {
        Map<String, String> lines = new TreeMap<>();
        constants()
                .forEach(code -> lines.put(code.code(), code.code() + " | " + code.meaning() + " | " + code.action()));
        return List.copyOf(lines.values());
    }

    private static List<ErrorCode> constants() {
        return House.PRODUCT.classes().stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> field.getRawType().isEquivalentTo(ErrorCode.class))
                .map(ErrorCodesTest::value)
                .toList();
    }

    private static ErrorCode value(JavaField constant) {
        try {
            Field field = constant.reflect();
            field.setAccessible(true);
            return (ErrorCode) field.get(null);
        } catch (IllegalAccessException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
