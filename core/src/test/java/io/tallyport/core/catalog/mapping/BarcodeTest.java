package io.tallyport.core.catalog.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarcodeTest {

    @Test
    void aUpcAndTheNumbersThatHoldItAreOne() {
        assertThat(Barcode.parse("036000291452"))
                .isPresent()
                .isEqualTo(Barcode.parse("0036000291452"))
                .isEqualTo(Barcode.parse("00036000291452"))
                .isEqualTo(Barcode.parse("0 36000 29145 2"));
    }

    @Test
    void whatIsNoTradeItemNumberIsNone() {
        for (String raw : List.of("", "036000291453", "12345", "0000000000000", "00000017", "A36000291452", "N/A")) {
            assertThat(Barcode.parse(raw)).as(raw).isEmpty();
        }
    }

    @Test
    void eachLengthOfTheStandardIsTaken() {
        for (String raw : List.of("73513537", "4006381333931", "10614141000415")) {
            assertThat(Barcode.parse(raw)).as(raw).isPresent();
        }
    }
}
