package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportFormsTest {

    private static final ValidationView VALIDATION = new ValidationView(
            "id",
            "main",
            "full",
            "2026-03-01T10:00:00Z",
            "2026-03-01T10:00:05Z",
            false,
            false,
            2,
            1,
            2,
            1,
            List.of(new ValidationView.Read("stock of the source", 1, null, false)),
            Map.of("TITLE", 1L),
            List.of("A note with <b>."));

    private static ValidationView.Row row(String sku, String title, ValidationView.FlawView... flaws) {
        return new ValidationView.Row(sku, title, "1", null, "-3", "5", null, null, List.of(flaws));
    }

    private static ValidationView.FlawView evil() {
        return new ValidationView.FlawView(
                "TITLE", "the titles differ", "<script>alert('x')</script>", "\"quoted\" & more");
    }

    private static String written(ValidationReport.Form form, ValidationView.Row... rows) throws IOException {
        StringWriter out = new StringWriter();
        form.begin(out, VALIDATION);
        for (ValidationView.Row row : rows) {
            form.row(out, row);
        }
        form.end(out);
        return out.toString();
    }

    @Test
    void aPageHoldsNothingThatRunsAndNeedsNothingBeside() throws IOException {
        String page = written(new HtmlReport(), row("A<1>", "<img src=x onerror=alert(1)>", evil()));
        assertThat(page)
                .doesNotContain("<script", "<img", "http://", "https://")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;", "A&lt;1&gt;")
                .contains("Not proven complete", "1 of 2 rows are off", "A note with &lt;b&gt;.");
    }

    @Test
    void aPageShowsWhatIsOffAndNoMoreThanABrowserBears() throws IOException {
        ValidationView.Row[] rows = new ValidationView.Row[HtmlReport.MOST_ROWS + 7];
        Arrays.fill(rows, row("A", "T", evil()));
        rows[0] = row("FINE-ONE", "T");
        String page = written(new HtmlReport(), rows);
        assertThat(page).doesNotContain("FINE-ONE").contains("And 6 more rows");
        assertThat(written(new HtmlReport())).contains("None.");
    }

    @Test
    void aSpreadsheetTakesNoTextForAFormula() throws IOException {
        String csv = written(new CsvReport(), row("=1+1", "@cmd, \"x\"", evil()));
        assertThat(csv.lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("'=1+1,\"'@cmd, \"\"x\"\"\",-3,5,,,1,,TITLE,");
    }

    @Test
    void jsonIsOneObjectWithItsRowsInOrder() throws IOException {
        JsonNode json =
                new ObjectMapper().readTree(written(new JsonReport(), row("A", "one", evil()), row("B", "two")));
        assertThat(json.at("/validation/route").asText()).isEqualTo("main");
        assertThat(json.path("rows")).hasSize(2);
        assertThat(json.at("/rows/0/flaws/0/source").asText()).contains("<script>");
        assertThat(new ObjectMapper().readTree(written(new JsonReport())).path("rows"))
                .isEmpty();
    }
}
