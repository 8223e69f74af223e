package io.tallyport.cli;

/**
 * One thing that a monitor asks about.
 *
 * @param status {@code ok}, {@code warning} or {@code failed}
 */
record HealthPoint(String check, String status, String says) {

    static HealthPoint ok(String check, String says) {
        return new HealthPoint(check, "ok", says);
    }

    static HealthPoint warning(String check, String says) {
        return new HealthPoint(check, "warning", says);
    }

    static HealthPoint failed(String check, String says) {
        return new HealthPoint(check, "failed", says);
    }

    int exit() {
        return switch (status) {
            case "ok" -> ExitCode.OK;
            case "warning" -> ExitCode.PARTIAL;
            default -> ExitCode.FAILURE;
        };
    }

    void print(Screen screen) {
        switch (status) {
            case "ok" -> screen.good("✓ " + check + ": " + says);
            case "warning" -> screen.attention("! WARNING " + check + ": " + says);
            default -> screen.attention("✗ FAILED " + check + ": " + says);
        }
    }
}
