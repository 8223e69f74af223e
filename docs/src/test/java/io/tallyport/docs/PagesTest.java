package io.tallyport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.inventory.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages lead where they say, and show what there is. */
class PagesTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern PLACE = Pattern.compile("]\\(([^)#\\s]*)#([^)]+)\\)");

    @Test
    void everyLinkToAFileLeadsToOne() {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path page : Pages.all()) {
            Matcher link = LINK.matcher(Pages.text(page));
            while (link.find()) {
                if (!link.group(1).contains("://")) {
                    links++;
                    Path target = page.resolveSibling(link.group(1));
                    if (!Files.exists(target)) {
                        broken.add(Pages.ROOT.relativize(page) + " -> " + link.group(1));
                    }
                }
            }
        }
        assertThat(links).isGreaterThan(20);
        assertThat(broken).isEmpty();
    }

    @Test
    void everyLinkToAPlaceInAPageLeadsToAHeading() {
        List<String> broken = new ArrayList<>();
        for (Path page : Pages.all()) {
            Matcher link = PLACE.matcher(Pages.text(page));
            while (link.find()) {
                Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
                if (!link.group(1).contains("://") && !places(target).contains(link.group(2))) {
                    broken.add(Pages.ROOT.relativize(page) + " -> " + link.group(1) + "#" + link.group(2));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    /** What headings are called in links: small letters, hyphens for blanks, and no other signs. */
    private static List<String> places(Path page) {
        return Pages.text(page)
                .lines()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(line -> line.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
                .toList();
    }

    @Test
    void pagesShowTheCompiledExamples() {
        assertShown("README.md", "StockService");
        assertShown("docs/queue.md", "OrderService");
        assertShown("docs/purchase-orders.md", "PurchaseService");
    }

    private static void assertShown(String page, String example) {
        String source = Pages.text("docs/src/main/java/io/tallyport/docs/embedding/" + example + ".java");
        List<String> shown = Pages.blocks(page, "java").stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.equals("// ..."))
                .toList();
        assertThat(shown)
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(source).contains(line));
    }

    @Test
    void theReasonsOfAPlanAreAllExplained() {
        List<List<String>> expected = Arrays.stream(Reason.values())
                .map(reason -> List.of(reason.name(), reason.meaning()))
                .toList();
        List<List<String>> explained = Pages.rows("docs/plan-file.md").stream()
                .filter(row -> row.get(0).matches("[A-Z_]+"))
                .map(row -> row.subList(0, 2))
                .toList();
        assertThat(explained).isEqualTo(expected);
    }

    @Test
    void everyDecisionIsInTheIndex() {
        String index = Pages.text("docs/adr/README.md");
        List<String> decisions = Pages.all().stream()
                .map(page -> Pages.ROOT.relativize(page).toString())
                .filter(page -> page.matches("docs/adr/[0-9]{4}-.*"))
                .map(page -> page.substring("docs/adr/".length()))
                .toList();
        assertThat(decisions)
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(index).contains("(" + name + ")"));
    }

    @Test
    void theReadmesTwoCommandsAreWhatCiRuns() {
        List<String> shown = Pages.blocks("README.md", "")
                .get(0)
                .lines()
                .map(line -> line.replaceFirst("\\s+#.*", ""))
                .toList();
        List<String> run = Pages.text(".ci/run")
                .lines()
                .map(line -> line.replace(" </dev/null", ""))
                .toList();
        assertThat(shown).hasSize(2);
        assertThat(run).containsAll(shown);
    }
}
