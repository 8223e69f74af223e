package io.tallyport.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.job.ClaimedJob;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.QueueScenes;
import io.tallyport.core.job.Settlement;
import io.tallyport.core.job.WorkerId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a claim costs the server: it reads the head of one index, however much waits behind or has ended. */
final class MariaClaimIT {

    private static final int MANY = Boolean.getBoolean("tallyport.thorough") ? 1_000_000 : 6_000;
    private static final int FEW = 200;
    private static final int AT_ONCE = 20;

    /** Room for what another plan of a by-table of the same claim may read. */
    private static final long SLACK = 50;

    @RegisterExtension
    static final TestDatabase DB = TestDatabases.mariadb();

    @Test
    void theClaimsIndexDeliversItsOrder() throws SQLException {
        add(MANY, Duration.ZERO);
        add(MANY / 2, Duration.ofHours(1));
        WorkerId worker = join();
        analyze();
        try (Connection connection = DB.connect()) {
            List<RecordedStatements.Sent> sent = new ArrayList<>();
            DB.database()
                    .storesOver(RecordedStatements.of(connection, sent))
                    .jobs()
                    .queue()
                    .claim(worker, QueueScenes.TYPES, AT_ONCE);
            RecordedStatements.Sent look = sent.stream()
                    .filter(one -> one.sql().toLowerCase(Locale.ROOT).contains("skip locked")
                            && one.sql().contains("payload"))
                    .findFirst()
                    .orElseThrow();

            List<String> plan = look.explained(connection);

            assertThat(plan)
                    .anySatisfy(step -> assertThat(step).contains("table=queue_jobs", "key=ix_queue_jobs_place"));
            assertThat(plan).allSatisfy(step -> assertThat(step).doesNotContain("filesort", "temporary"));
            connection.rollback();
        }
    }

    @Test
    void theRowsThatAClaimReadsDoNotGrowWithWhatWaitsOrHasEnded() throws SQLException {
        WorkerId worker = join();
        add(FEW, Duration.ZERO);
        analyze();
        long few = readByAClaim(worker);
        assertThat(few).as("what is counted at all").isGreaterThanOrEqualTo(AT_ONCE);

        end(FEW / 2, worker);
        add(MANY, Duration.ZERO);
        add(MANY / 2, Duration.ofHours(1));
        analyze();

        assertThat(readByAClaim(worker)).isLessThanOrEqualTo(few + SLACK);
    }

    private static WorkerId join() {
        return DB.stores().jobs().workers().join(QueueScenes.info("w"), Duration.ofDays(365));
    }

    private static void add(int count, Duration delay) {
        NewJob job = QueueScenes.work("j").after(delay);
        for (int left = count; left > 0; left -= 1_000) {
            DB.stores().jobs().queue().enqueue(Collections.nCopies(Math.min(left, 1_000), job));
        }
    }

    private static void end(int count, WorkerId worker) {
        List<ClaimedJob> held = DB.stores().jobs().queue().claim(worker, QueueScenes.TYPES, count);
        assertThat(held).hasSize(count);
        DB.stores()
                .jobs()
                .queue()
                .settle(held.stream()
                        .map(job -> Settlement.completed(job, Optional.empty()))
                        .toList());
    }

    private static void analyze() throws SQLException {
        try (Connection connection = DB.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("ANALYZE TABLE queue_jobs");
        }
    }

    /** The claim is taken back. */
    private static long readByAClaim(WorkerId worker) throws SQLException {
        try (Connection connection = DB.connect()) {
            long before = reads(connection);
            List<ClaimedJob> claimed =
                    DB.database().storesOver(connection).jobs().queue().claim(worker, QueueScenes.TYPES, AT_ONCE);
            long after = reads(connection);
            connection.rollback();
            assertThat(claimed).hasSize(AT_ONCE);
            return after - before;
        }
    }

    /** Without read_rnd_next, which asking for these figures counts itself; the plan says that no table is scanned. */
    private static long reads(Connection connection) throws SQLException {
        long sum = 0;
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("SHOW SESSION STATUS WHERE Variable_name IN ('Handler_read_key',"
                        + " 'Handler_read_next', 'Handler_read_prev', 'Handler_read_first', 'Handler_read_rnd')")) {
            while (rows.next()) {
                sum += rows.getLong(2);
            }
        }
        return sum;
    }
}
