package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A shop is read in a heap that could not hold it. */
final class LargeShopIT {

    @Test
    void aHundredThousandVariantsPassThroughASmallHeap() throws IOException, InterruptedException {
        assertRead(100_000, "-Xmx32m");
    }

    @Test
    @EnabledIfSystemProperty(named = "tallyport.thorough", matches = "true", disabledReason = "runs under -Pthorough")
    void aMillionVariantsTakeNoMore() throws IOException, InterruptedException {
        assertRead(1_000_000, "-Xmx40m");
    }

    private static void assertRead(int variants, String heap) throws IOException, InterruptedException {
        try (LargeShop shop = new LargeShop(variants)) {
            Process reader = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            heap,
                            "-cp",
                            System.getProperty("java.class.path"),
                            LargeShopReader.class.getName(),
                            shop.url())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(reader.waitFor()).as(said).isZero();
            assertThat(said).contains(variants + " of " + variants);
        }
    }
}
