package io.tallyport.core.connection;

import java.util.Locale;

/**
 * Names what a platform counts calls against: one account at one platform, whichever connection speaks to it.
 *
 * <p>The host is part of it, so that a sandbox with the account number of a real account has a budget of its own.
 *
 * @param value platform, host and account
 */
public record BudgetKey(String value) {

    /** The budget that calls of this connection are charged to: two connections to one account have the same. */
    public static BudgetKey of(Connection connection) {
        String host = String.valueOf(connection.baseUrl().getAuthority());
        return new BudgetKey(
                (connection.platform() + " " + host + " " + connection.account().strip()).toLowerCase(Locale.ROOT));
    }

    /** A budget beside this one, for calls that the platform counts apart. */
    public BudgetKey part(String name) {
        return new BudgetKey(value + " " + name);
    }

    @Override
    public String toString() {
        return value;
    }
}
