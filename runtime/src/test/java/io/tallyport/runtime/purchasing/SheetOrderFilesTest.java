package io.tallyport.runtime.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.kernel.PortException;
import io.tallyport.core.purchasing.OrderRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetOrderFilesTest {

    @TempDir
    Path directory;

    private List<OrderRow> read(String name, String text) throws IOException {
        return new SheetOrderFiles().read(Files.writeString(directory.resolve(name), text, StandardCharsets.UTF_8));
    }

    private static OrderRow row(int number, String order, boolean own, String sku, String quantity, String cost) {
        return new OrderRow(
                number,
                order,
                own,
                Optional.empty(),
                "Größe & Co",
                "Main",
                "",
                sku,
                quantity,
                Optional.of(cost).filter(text -> !text.isEmpty()));
    }

    @Test
    void aCsvFileHasARowForEachLineWhateverItsSeparatorAndItsMark() throws IOException {
        String commas = """
                id,supplier,outlet,sku,quantity,cost
                PO-1,Größe & Co,Main,PEA-1,10,2.50
                PO-1,Größe & Co,Main,BEAN,5

                """;
        List<OrderRow> rows =
                List.of(row(1, "PO-1", true, "PEA-1", "10", "2.50"), row(2, "PO-1", true, "BEAN", "5", ""));

        assertThat(read("orders.csv", commas)).isEqualTo(rows);
        assertThat(read("semicolons.CSV", "\uFEFF" + commas.replace(',', ';'))).isEqualTo(rows);
        assertThat(read("tabs.csv", commas.replace(',', '\t'))).isEqualTo(rows);
    }

    @Test
    void rowsThatShareAWordAreOneOrderWithoutANumberOfItsOwn() throws IOException {
        assertThat(read("a.csv", "order,supplier,outlet,sku,quantity\nspring,Größe & Co,Main,A,1\n"))
                .containsExactly(row(1, "spring", false, "A", "1", ""));
    }

    @Test
    void jsonSaysTheSameWithNumbersOrTexts() throws IOException {
        String json = """
                {"orders": [
                  {"id": "PO-1", "supplier": "Größe & Co", "outlet": "Main",
                   "lines": [{"sku": "PEA-1", "quantity": 10, "cost": 2.5}, {"sku": "BEAN", "quantity": "5", "cost": null}]},
                  {"supplier": "Größe & Co", "outlet": "Main", "lines": [{"sku": "A", "quantity": 0.125}]}]}
                """;

        assertThat(read("orders.json", json))
                .containsExactly(
                        row(1, "PO-1", true, "PEA-1", "10", "2.5"),
                        row(2, "PO-1", true, "BEAN", "5", ""),
                        row(3, "order 2", false, "A", "0.125", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a.csv  | sku,menge                                             | its first line names "menge"
                    a.csv  | supplier,quantity                                     | its first line must name the columns
                    a.json | {"order": []}                                         | it must be a list of orders
                    a.json | [{"supplier": "S", "outlet": "M"}]                    | order 1 has no "lines"
                    a.json | [{"lieferant": "S", "lines": [{"sku": "A"}]}]         | order 1 names "lieferant"
                    a.json | [{"lines": [{"sku": "A", "menge": 1}]}]               | a line of order 1 names "menge"
                    a.json | []                                                    | it has no rows
                    a.json | [                                                     | a.json, line 2
                    """)
    void whatCannotBeUnderstoodIsNamed(String name, String text, String words) {
        String body = name.endsWith("csv") ? text + "\nA,1\n" : text + "\n";

        assertThatThrownBy(() -> read(name, body))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining(name)
                .hasMessageContaining(words);
    }

    @Test
    void aFileThatIsNotThereOrNotInUtf8IsNamed() throws IOException {
        Path latin = Files.write(directory.resolve("latin.csv"), "sku\nGröße\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> new SheetOrderFiles().read(directory.resolve("none.csv")))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining("none.csv: there is no such file");
        assertThatThrownBy(() -> new SheetOrderFiles().read(latin))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining("latin.csv is not written in UTF-8");
    }
}
