package io.tallyport.docs.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunState;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.docs.embedding.StockService.Account;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the embedding example against the stand-ins, over real HTTP. */
class StockServiceIT {

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(60).withSeed(7).withWideLimits());

    @TempDir
    Path directory;

    private StockService service;

    @BeforeEach
    void connect() {
        service = new StockService(directory.resolve("data"));
        service.connect(
                new Account(
                        sandbox.rseriesAccount(),
                        URI.create(sandbox.rseriesBaseUrl()),
                        Environment.SANDBOX,
                        new Secret(sandbox.rseriesToken())),
                new Account(
                        "sandbox.myshopify.com",
                        URI.create(sandbox.shopifyBaseUrl()),
                        Environment.SANDBOX,
                        new Secret(sandbox.shopifyToken())));
        service.route("1", "gid://shopify/Location/71000000001");
    }

    @AfterEach
    void close() {
        service.close();
        sandbox.close();
    }

    @Test
    void thePlanIsApprovedAppliedAndLeavesNothingToDo() {
        Path file = directory.resolve("baseline.json");
        StockPlan plan = service.plan(file);
        assertThat(plan.counts().changes()).isPositive();

        StockPlan approved = service.approve(file, "clerk", "counted yesterday");
        assertThat(approved.counts().held()).isZero();
        assertThat(approved.isHeld()).isFalse();

        Run run = service.apply(file);
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(run.counts()).containsEntry("written", plan.counts().changes());

        StockPlan after = service.plan(directory.resolve("after.json"));
        assertThat(after.counts().changes()).isZero();
        assertThat(after.counts().unchanged()).isEqualTo(after.counts().eligible());
    }

    @Test
    void applyingTwiceWritesOnce() {
        Path file = directory.resolve("baseline.json");
        service.plan(file);
        service.approve(file, "clerk", "counted yesterday");
        Run first = service.apply(file);
        Run second = service.apply(file);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.counts()).isEqualTo(first.counts());
    }
}
