package io.tallyport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSearchTest {

    private static final String PLANTED = "shpat_0123456789abcdef/+=";

    @TempDir
    Path directory;

    private final SecretSearch search = new SecretSearch(List.of(PLANTED, "another-secret-of-ours"));

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("report.txt"), text);
    }

    @Test
    void aPlantedSecretIsFoundWhereverItStands() throws IOException {
        for (String text : List.of(PLANTED, "Bearer " + PLANTED, PLANTED + " ä", "a\nb " + PLANTED + "\n")) {
            assertThat(search.in(file(text))).hasSize(1);
        }
        assertThat(search.in(file(PLANTED + PLANTED + "another-secret-of-ours")))
                .hasSize(3);
    }

    @Test
    void itIsFoundInAnAddressToo() throws IOException {
        assertThat(search.in(file("?token=shpat_0123456789abcdef%2F%2B%3D"))).hasSize(1);
    }

    @Test
    void itIsFoundInABackup() throws IOException {
        Path zip = directory.resolve("backup.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("api_log.tsv"));
            out.write(("1\t" + PLANTED).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(search.in(zip)).singleElement().asString().contains("api_log.tsv");
    }

    @Test
    void whatIsToldIsNoSecret() throws IOException {
        assertThat(search.in(file(PLANTED))).singleElement().asString().doesNotContain(PLANTED.substring(0, 8));
    }

    @Test
    void aPartOfOneAndAnotherTextAreNone() throws IOException {
        assertThat(search.in(file(PLANTED.substring(0, 20)))).isEmpty();
        assertThat(search.in(file(""))).isEmpty();
        assertThat(search.in(file("shpat_...cdef"))).isEmpty();
    }
}
