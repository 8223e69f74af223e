package io.tallyport.persistence;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Which database is used, and how.
 *
 * @param url begins with {@code jdbc:mariadb:} or {@code jdbc:h2:}
 * @param user whose tables they are
 * @param password never printed
 * @param poolSize how many connections are open at most, at least 2: the log of remote calls has its own
 */
public record DatabaseSettings(String url, String user, String password, int poolSize) {

    /** For one command and a few workers. */
    public static final int DEFAULT_POOL_SIZE = 8;

    /**
     * The flags of every H2 database: MariaDB's ways with names and types, and a commit that is on the disk before it
     * returns (without WRITE_DELAY=0 committed rows are gone after a halt).
     */
    static final String H2_FLAGS =
            ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0";

    private static final String FILE = "tallyport";
    private static final String PASSWORD_FILE = "database.password";
    private static final int PASSWORD_BYTES = 24;

    public DatabaseSettings {
        Dialect.of(url);
        if (poolSize < 2) {
            throw new IllegalArgumentException("a pool has at least 2 connections, got " + poolSize);
        }
    }

    /**
     * The embedded database in {@code dataDirectory}, which is made when it is missing, under a random password in a
     * file that only its owner can read. Several processes can use it at once; the first one listens for the others on
     * the loopback address.
     *
     * @throws PortException.Transient when directory or file cannot be made or read
     */
    public static DatabaseSettings embedded(Path dataDirectory) {
        Path directory = dataDirectory.toAbsolutePath().normalize();
        if (directory.toString().contains(";")) {
            throw new IllegalArgumentException("a data directory has no semicolon in its path: " + directory);
        }
        try {
            OwnerOnlyFile.createDirectory(directory);
            String password = OwnerOnlyFile.readOrCreate(directory.resolve(PASSWORD_FILE), randomPassword());
            return new DatabaseSettings(
                    "jdbc:h2:file:" + directory.resolve(FILE) + ";AUTO_SERVER=TRUE" + H2_FLAGS,
                    FILE,
                    password,
                    DEFAULT_POOL_SIZE);
        } catch (IOException failed) {
            throw new PortException.Transient(
                    FailureContext.of("open data directory").withCode(Failures.UNREACHABLE),
                    "the data directory " + directory + " cannot be used: " + failed,
                    failed);
        }
    }

    /** A MariaDB server, 10.6 or later. */
    public static DatabaseSettings mariadb(String url, String user, String password) {
        if (Dialect.of(url) != Dialect.MARIADB) {
            throw new IllegalArgumentException(
                    "a MariaDB URL begins with jdbc:mariadb:, got \"" + SafeUrl.of(url) + "\"");
        }
        return new DatabaseSettings(url, user, password, DEFAULT_POOL_SIZE);
    }

    /** The same with another number of connections. */
    public DatabaseSettings withPoolSize(int connections) {
        return new DatabaseSettings(url, user, password, connections);
    }

    Dialect dialect() {
        return Dialect.of(url);
    }

    /** The address without parameters, for messages. */
    String shownUrl() {
        return SafeUrl.of(url);
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[url=" + shownUrl() + ", user=" + user + ", password=********, poolSize=" + poolSize
                + "]";
    }
}
