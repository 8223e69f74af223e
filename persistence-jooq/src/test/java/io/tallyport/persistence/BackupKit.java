package io.tallyport.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.SecretHandle;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunId;
import io.tallyport.core.history.RunState;
import io.tallyport.core.inventory.Acknowledged;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup and restore, on one product, and from it to another. */
abstract class BackupKit {

    private static final Instant AT = Instant.parse("2026-03-08T02:30:00.123456Z");
    private static final RouteId ROUTE = new RouteId("till-to-shop");
    private static final String GNARLY = "tab\t back\\slash \\N \\t line\nfeed\r\n 'quoted' \"too\" größe 🛒 ";

    @TempDir
    Path directory;

    abstract TestDatabase db();

    /** Of the other product, or of the same. */
    abstract TestDatabase anotherOne();

    private SecretHandle fill() {
        Stores stores = db().stores();
        SecretHandle handle = stores.secrets().store("token", new Secret("shpat_geheim"));
        stores.connections()
                .save(new Connection(
                        new ConnectionId("shop"),
                        new Platform("shopify"),
                        GNARLY,
                        URI.create("https://shop.example"),
                        Environment.PRODUCTION,
                        AccessMode.READ,
                        true,
                        Map.of("token", handle),
                        Map.of("note", GNARLY, "empty", "")));
        stores.history().auditTrail().record(new AuditEntry(AT, "Zoë", "did", "it", GNARLY));
        stores.history()
                .runs()
                .save(new Run(
                        new RunId("run"),
                        "stock-apply",
                        ROUTE,
                        Optional.empty(),
                        "",
                        AT,
                        Optional.empty(),
                        RunState.RUNNING,
                        Map.of("A", 1L),
                        ""));
        stores.leases().acquire("lease", "holder", Duration.ofDays(1));
        stores.inventory()
                .stock()
                .acknowledge(
                        ROUTE,
                        IntStream.range(0, 1234)
                                .mapToObj(i -> new Acknowledged(new ExternalId("i" + i), Quantity.parse("1.5"), AT))
                                .toList());
        return handle;
    }

    @Test
    void whatWasBackedUpIsRestoredElsewhere() throws IOException {
        SecretHandle handle = fill();
        db().database().backup(directory.resolve("a.zip"));

        try (TestDatabase other = anotherOne()) {
            other.database().restore(directory.resolve("a.zip"));
            other.database().backup(directory.resolve("b.zip"));

            assertThat(text(directory.resolve("b.zip"))).isEqualTo(text(directory.resolve("a.zip")));
            assertThat(other.stores().secrets().reveal(handle)).contains(new Secret("shpat_geheim"));
            assertThat(other.stores().connections().all())
                    .isEqualTo(db().stores().connections().all());
        }
    }

    @Test
    void aRestoredDatabaseGoesOnCounting() {
        fill();
        db().database().backup(directory.resolve("a.zip"));

        try (TestDatabase other = anotherOne()) {
            other.database().restore(directory.resolve("a.zip"));
            other.stores().history().auditTrail().record(new AuditEntry(AT, "", "next", "", ""));

            assertThat(other.stores().history().auditTrail().recent(10))
                    .extracting(AuditEntry::action)
                    .containsExactly("next", "did");
        }
    }

    @Test
    void aBackupHoldsNoSecretInClear() throws IOException {
        fill();
        db().database().backup(directory.resolve("a.zip"));

        assertThat(text(directory.resolve("a.zip")).toString()).doesNotContain("geheim");
    }

    @Test
    void aBackupReplacesNoFile() throws IOException {
        Path file = Files.writeString(directory.resolve("mine.zip"), "mine");

        assertThatThrownBy(() -> db().database().backup(file)).isInstanceOf(PortException.Rejected.class);

        assertThat(file).hasContent("mine");
    }

    @Test
    void rowsThatAreThereAlreadyAreNotOverwritten() {
        fill();
        db().database().backup(directory.resolve("a.zip"));

        assertThatThrownBy(() -> db().database().restore(directory.resolve("a.zip")))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining("has rows already");
    }

    @Test
    void aBackupOfAnotherSchemaOrNoneIsRefusedAndLeavesNothing() throws IOException {
        fill();
        Path good = directory.resolve("a.zip");
        db().database().backup(good);
        db().clear();
        Map<String, String> entries = text(good);

        assertRefused(entries, "MANIFEST", "format=1\nschema=998\n", "998");
        assertRefused(entries, "MANIFEST", "format=2\nschema=003\n", "format");
        assertRefused(entries, "settings.tsv", "name\tcolour\n", "colour");
        assertRefused(entries, "settings.tsv", "name\tsetting_value\nonly one\n", "fields");
        Path noZip = Files.writeString(directory.resolve("no.zip"), "no zip");
        assertThatThrownBy(() -> db().database().restore(noZip)).isInstanceOf(PortException.Rejected.class);

        assertThat(db().stores().history().auditTrail().recent(10)).isEmpty();
        assertThat(db().stores().connections().all()).isEmpty();
    }

    private void assertRefused(Map<String, String> entries, String name, String content, String why)
            throws IOException {
        Map<String, String> changed = new TreeMap<>(entries);
        changed.put(name, content);
        Path file = directory.resolve("changed.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : changed.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThatThrownBy(() -> db().database().restore(file))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining(why);
    }

    private static Map<String, String> text(Path zipFile) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (InputStream in = Files.newInputStream(zipFile);
                ZipInputStream zip = new ZipInputStream(in)) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                entry = zip.getNextEntry();
            }
        }
        assertThat(List.copyOf(entries.keySet())).contains("MANIFEST", "connections.tsv", "sync_log.tsv");
        return entries;
    }
}
