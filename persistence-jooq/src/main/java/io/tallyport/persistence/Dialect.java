package io.tallyport.persistence;

import org.jooq.SQLDialect;

/** The two databases, and all that is told apart about them beside what jOOQ does by itself. */
enum Dialect {
    H2(SQLDialect.H2, "H2"),
    MARIADB(SQLDialect.MARIADB, "MariaDB");

    private final SQLDialect jooq;
    private final String product;

    Dialect(SQLDialect jooq, String product) {
        this.jooq = jooq;
        this.product = product;
    }

    static Dialect of(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return H2;
        }
        if (url.startsWith("jdbc:mariadb:")) {
            return MARIADB;
        }
        throw new IllegalArgumentException(
                "a database URL begins with jdbc:mariadb: or jdbc:h2:, got \"" + SafeUrl.of(url) + "\"");
    }

    SQLDialect jooq() {
        return jooq;
    }

    String product() {
        return product;
    }

    /** What each new session is told: its time zone, and how long it waits for a lock. */
    String sessionSetup(String offset) {
        return this == H2
                ? "SET TIME ZONE '" + offset + "'; SET LOCK_TIMEOUT 5000"
                : "SET time_zone = '" + offset + "', innodb_lock_wait_timeout = 5";
    }
}
