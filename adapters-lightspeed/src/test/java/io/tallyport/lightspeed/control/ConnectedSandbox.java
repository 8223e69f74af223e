package io.tallyport.lightspeed.control;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Connector;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.InMemorySecretStore;
import io.tallyport.core.connection.Secret;
import io.tallyport.remote.CallJournal;
import io.tallyport.remote.RemoteSettings;
import io.tallyport.remote.TestCredentials;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** A running sandbox and a connection to one of its platforms; while the adapter waits, the sandbox's time goes on. */
public abstract class ConnectedSandbox implements AutoCloseable {

    private final Sandbox sandbox;
    private final SandboxControl control;
    private final CallJournal journal = new CallJournal();
    private final Connector connector;
    private final Connection connection;
    private final ConnectorSession session;

    /**
     * Connects.
     *
     * @param writes which requests are those that this is about: see {@link SandboxControl}
     */
    protected ConnectedSandbox(Sandbox sandbox, Api api, String writes, AccessMode mode, Map<String, String> options) {
        InMemorySecretStore secrets = new InMemorySecretStore();
        this.sandbox = sandbox;
        this.control = new SandboxControl(sandbox, api.name(), writes);
        this.connector = api.making()
                .connector(
                        TestCredentials.of(secrets, sandbox.clock()),
                        (asked, access, operation) -> {},
                        journal,
                        sandbox.clock(),
                        wait -> sandbox.clock().advance(wait),
                        RemoteSettings.DEFAULT);
        this.connection = api.connection(
                sandbox, mode, secrets.store("token", new Secret(api.token().apply(sandbox))), options);
        this.session = connector.open(connection);
    }

    /** A sandbox whose clock stands still unless somebody waits. */
    protected static Sandbox standing(int skus, Instant at) {
        return Sandbox.start(
                SandboxSettings.defaults().withSkus(skus).withSeed(7).withBaseClock(Clock.fixed(at, ZoneOffset.UTC)));
    }

    protected final Sandbox sandbox() {
        return sandbox;
    }

    protected final SandboxControl control() {
        return control;
    }

    public final ConnectorSession session() {
        return session;
    }

    /** The same connection, opened once more. */
    public final ConnectorSession another() {
        return connector.open(connection);
    }

    protected final <P> P port(Class<P> type) {
        return session.port(type).orElseThrow();
    }

    public final CallJournal journal() {
        return journal;
    }

    public final Clock clock() {
        return sandbox.clock();
    }

    /** Lets so much time pass, for us and for the platform. */
    public final void pass(Duration time) {
        sandbox.clock().advance(time);
    }

    /** Puts fault rules in force. */
    public final void faults(String script) {
        control.faults(script);
    }

    /** What becomes of the next write. */
    public final void next(String what) {
        control.nextWrite(what);
    }

    /** Until a write that was delayed has landed. */
    public final void awaitTheLateOne() {
        control.awaitTheLateOne();
    }

    @Override
    public final void close() {
        session.close();
        sandbox.close();
    }
}
