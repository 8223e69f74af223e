package io.tallyport.cli;

import io.tallyport.runtime.view.ConnectionView;
import java.util.List;

/** A connection as a screen shows it. */
final class ConnectionFacts {

    private ConnectionFacts() {}

    static List<Screen.Fact> of(ConnectionView view) {
        return List.of(
                new Screen.Fact("name", view.name()),
                new Screen.Fact("platform", view.platform()),
                new Screen.Fact("account", view.account()),
                new Screen.Fact("base URL", view.baseUrl()),
                new Screen.Fact("environment", view.environment()),
                new Screen.Fact("access", view.access()),
                new Screen.Fact("enabled", view.enabled() ? "yes" : "no"),
                new Screen.Fact("secrets", String.join(", ", view.secrets()) + " (stored encrypted)"),
                new Screen.Fact(
                        "options",
                        view.options().isEmpty() ? "none" : view.options().toString()));
    }
}
