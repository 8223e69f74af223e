package io.tallyport.core.catalog.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.Sku;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkuFormTest {

    private static SkuForm form(String sku) {
        return SkuForm.of(new Sku(sku));
    }

    @Test
    void whatIsOnlyWrittenDifferentlyHasOneForm() {
        for (String other : List.of("ab-12/c", "AB 12 C", "AB12C", "ＡＢ－１２Ｃ", "00AB12C", "ab_12.c ")) {
            assertThat(form(other)).as(other).isEqualTo(form("AB-12-C"));
        }
    }

    @Test
    void whatMayBeAnotherArticleHasAnother() {
        for (String other : List.of("AB-12-D", "AB-1-2-CC", "AB-012-C", "ÄB-12-C", "B12C")) {
            assertThat(form(other)).as(other).isNotEqualTo(form("AB-12-C"));
        }
        assertThat(form("000")).isEqualTo(form("0"));
        assertThat(form("--").value()).isEmpty();
    }

    @Test
    void itIsToldInWhatTwoSkusDiffer() {
        assertThat(SkuForm.difference(new Sku("A-1"), new Sku("a-1"))).isEqualTo("letter case");
        assertThat(SkuForm.difference(new Sku("A-1"), new Sku("A1"))).isEqualTo("spaces or punctuation");
        assertThat(SkuForm.difference(new Sku("0012"), new Sku("12"))).isEqualTo("leading zeros");
        assertThat(SkuForm.difference(new Sku("Ａ1"), new Sku("A1"))).isEqualTo("character width");
        assertThat(SkuForm.difference(new Sku("a-1"), new Sku("A 1"))).isEqualTo("spaces or punctuation, letter case");
    }

    @Test
    void partsAreRunsOfLettersAndRunsOfDigits() {
        assertThat(SkuForm.parts(new Sku("LS12-345a B"))).containsExactly("ls", "12", "345", "a", "b");
    }
}
