package io.tallyport.core.inventory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Kills the work at its n-th step over everything it guards: from then on nothing answers any more, as after a halt. */
final class Fuse {

    /** What a killed process leaves behind: nothing that anybody catches. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private int left;
    private boolean blown;

    private Fuse(int steps) {
        left = steps;
    }

    static Fuse after(int steps) {
        return new Fuse(steps);
    }

    static Fuse never() {
        return new Fuse(Integer.MAX_VALUE);
    }

    boolean isBlown() {
        return blown;
    }

    private void step() {
        if (blown || left-- <= 0) {
            blown = true;
            throw new Killed();
        }
    }

    /** The same port, with a step before and a step after each call. */
    <T> T guard(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            step();
            try {
                Object answer = method.invoke(real, args);
                step();
                return answer;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
    }
}
