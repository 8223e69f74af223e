package io.tallyport.runtime;

import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import java.nio.file.Path;

/** Plans in a process of its own, whose limits a test can set. */
final class PlanInChild {

    static final int COULD_NOT = 1;

    private PlanInChild() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        try (Tallyport tallyport =
                Tallyport.builder().dataDirectory(Path.of(args[0])).start()) {
            tallyport
                    .planStock()
                    .plan(new PlanStock.Request(SandboxHouse.ROUTE, Path.of(args[1]), false, "child"), Progress.NONE);
        } catch (PortException failed) {
            System.out.println(failed.describe());
            System.exit(COULD_NOT);
        }
    }
}
