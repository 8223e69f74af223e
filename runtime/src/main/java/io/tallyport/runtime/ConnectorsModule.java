package io.tallyport.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.tallyport.core.connection.BudgetLedger;
import io.tallyport.core.connection.CallGate;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.ConnectionTokens;
import io.tallyport.core.connection.Connector;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Halts;
import io.tallyport.core.connection.KillSwitch;
import io.tallyport.core.connection.SecretStore;
import io.tallyport.core.connection.WriteGate;
import io.tallyport.core.history.ApiLog;
import io.tallyport.core.kernel.Leases;
import io.tallyport.core.kernel.UnitOfWork;
import io.tallyport.lightspeed.rseries.RSeriesConnector;
import io.tallyport.lightspeed.xseries.XSeriesConnector;
import io.tallyport.remote.Credentials;
import io.tallyport.remote.RemoteSettings;
import io.tallyport.remote.Sleeper;
import io.tallyport.remote.Surroundings;
import io.tallyport.shopify.ShopifyConnector;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The platforms that can be connected to, and the gate in front of them. */
final class ConnectorsModule extends AbstractModule {

    private final RemoteSettings settings;
    private final List<Connector> more;

    ConnectorsModule(RemoteSettings settings, List<Connector> more) {
        this.settings = settings;
        this.more = List.copyOf(more);
    }

    @Provides
    @Singleton
    CallGate gate(ConnectionStore connections, KillSwitch killSwitch, Halts halts) {
        return new JobGate(new WriteGate(connections, killSwitch, halts));
    }

    @Provides
    @Singleton
    Surroundings surroundings(CallGate gate, ApiLog apiLog, Clock clock, BudgetLedger budgets) {
        return Surroundings.of(gate, apiLog, clock, Sleeper.real()).sharing(budgets);
    }

    @Provides
    @Singleton
    ConnectionTokens tokens(ConnectionStore connections, SecretStore secrets, UnitOfWork unitOfWork) {
        return new ConnectionTokens(connections, secrets, unitOfWork);
    }

    @Provides
    @Singleton
    Credentials credentials(SecretStore secrets, ConnectionTokens tokens, Leases leases) {
        return new Credentials(secrets, tokens, leases);
    }

    @Provides
    @Singleton
    Connectors connectors(ConnectionStore connections, Credentials credentials, Surroundings around) {
        List<Connector> all = new ArrayList<>();
        all.add(new RSeriesConnector(credentials, around, settings));
        all.add(new XSeriesConnector(credentials, around, settings));
        all.add(new ShopifyConnector(credentials, around, settings));
        all.addAll(more);
        return new Connectors(all, connections);
    }
}
