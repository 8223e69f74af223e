package io.tallyport.core.inventory;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Expiring;
import io.tallyport.core.connection.Expiry;
import io.tallyport.core.connection.Health;
import io.tallyport.core.connection.Location;
import io.tallyport.core.doctor.Finding;
import io.tallyport.core.doctor.Finding.Severity;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.PortException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Examines one connection by opening it and asking the platform. */
final class ConnectionExamination {

    /** Long enough to act in, short enough not to be overlooked. */
    private static final Duration SOON = Duration.ofDays(14);

    private final Connectors connectors;
    private final Clock clock;

    ConnectionExamination(Connectors connectors, Clock clock) {
        this.connectors = connectors;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param locations empty where the platform did not tell them
     */
    record Examined(Connection connection, List<Finding> findings, Optional<List<Location>> locations) {}

    Examined examine(Connection connection) {
        String about = "connection " + connection.id();
        List<Finding> findings = new ArrayList<>();
        if (!connection.enabled()) {
            findings.add(new Finding(
                    Severity.NOTE, about, "it is disabled", "tallyport connection enable " + connection.id()));
            return new Examined(connection, findings, Optional.empty());
        }
        Optional<List<Location>> locations = Optional.empty();
        try {
            missingSecrets(connection, about, findings);
            try (ConnectorSession session = connectors.open(connection.id())) {
                Health health = session.check();
                health.problems()
                        .forEach(problem -> findings.add(new Finding(
                                Severity.BROKEN, about, problem, "tallyport connection test " + connection.id())));
                locations = Optional.of(session.locations());
                session.port(Expiring.class).ifPresent(port -> ending(port, about, findings));
            }
        } catch (PortException failed) {
            findings.add(new Finding(Severity.BROKEN, about, failed.describe(), mend(failed, connection)));
        } catch (IllegalArgumentException refused) {
            findings.add(new Finding(
                    Severity.BROKEN,
                    about,
                    String.valueOf(refused.getMessage()),
                    "tallyport connection update " + connection.id()));
        }
        return new Examined(connection, findings, locations);
    }

    private void missingSecrets(Connection connection, String about, List<Finding> findings) {
        for (String purpose : connectors.of(connection.platform()).requiredSecrets(connection.options())) {
            if (!connection.secrets().containsKey(purpose)) {
                findings.add(new Finding(
                        Severity.BROKEN,
                        about,
                        "the secret \"" + purpose + "\" is missing",
                        "tallyport connection update " + connection.id() + " --help"));
            }
        }
    }

    private void ending(Expiring port, String about, List<Finding> findings) {
        Instant now = clock.instant();
        for (Expiry expiry : port.expiries()) {
            if (!expiry.at().isAfter(now)) {
                findings.add(new Finding(
                        Severity.BROKEN, about, expiry.what() + " ended on " + day(expiry.at()), expiry.mend()));
            } else if (expiry.at().isBefore(now.plus(SOON))) {
                findings.add(new Finding(
                        Severity.SOON, about, expiry.what() + " ends on " + day(expiry.at()), expiry.mend()));
            }
        }
    }

    private static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String mend(PortException failed, Connection connection) {
        return failed.context()
                .code()
                .map(ErrorCode::action)
                .orElse("tallyport connection test " + connection.id() + " --verbose");
    }
}
