package io.tallyport.runtime.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.counting.CountErrors;
import io.tallyport.core.counting.CountedLine;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetCountFilesTest {

    private static final List<CountedLine> LINES = List.of(
            new CountedLine(new Sku("PEA-1"), Quantity.parse("12.5")), new CountedLine(new Sku("BEAN"), Quantity.ZERO));

    @TempDir
    Path directory;

    private List<CountedLine> read(String name, String text) throws IOException {
        return new SheetCountFiles().read(Files.writeString(directory.resolve(name), text, StandardCharsets.UTF_8));
    }

    @Test
    void aListIsCsvOrJson() throws IOException {
        assertThat(read("list.csv", "sku,counted\nPEA-1,12.5\n\nBEAN,0\n")).isEqualTo(LINES);
        assertThat(read("list.csv", "Counted;SKU\n12.5;PEA-1\n0;BEAN\n")).isEqualTo(LINES);
        assertThat(read("list.json", "[{\"sku\":\"PEA-1\",\"counted\":12.5},{\"sku\":\"BEAN\",\"counted\":\"0\"}]"))
                .isEqualTo(LINES);
        assertThat(read(
                        "list.json",
                        "{\"lines\":[{\"sku\":\"PEA-1\",\"counted\":12.5},{\"sku\":\"BEAN\",\"counted\":0}]}"))
                .isEqualTo(LINES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    list.csv  | sku,quantity\\nPEA,1                        | counted
                    list.csv  | sku,counted,cost\\nPEA,1,2                   | cost
                    list.csv  | sku,counted\\nPEA,                           | plain number
                    list.csv  | sku,counted\\nPEA,-1                         | zero or more
                    list.csv  | sku,counted\\n,1                             | no SKU
                    list.csv  | sku,counted\\nPEA,1\\nPEA,2                  | twice
                    list.csv  | sku,counted                                  | no rows
                    list.json | {"lines":[{"sku":"PEA"}]}                    | plain number
                    list.json | {"rows":[]}                                  | list of lines
                    list.json | [{"sku":"PEA","counted":1,"kind":"x"}]       | kind
                    list.json | [                                            | line 1
                    """)
    void whatIsWrongIsNamed(String name, String text, String named) {
        assertThatThrownBy(() -> read(name, text.replace("\\n", "\n")))
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(CountErrors.BAD_COUNT))
                .hasMessageContaining(named);
    }

    @Test
    void allWrongRowsAreNamedAtOnce() {
        assertThatThrownBy(() -> read("list.csv", "sku,counted\nPEA,x\nBEAN,1\nOAT,-2\n"))
                .hasMessageContaining("row 1")
                .hasMessageContaining("row 3");
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> new SheetCountFiles().read(directory.resolve("none.csv")))
                .hasMessageContaining("there is no such file");
    }
}
