package io.tallyport.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Hears SIGTERM and SIGINT without the JVM shutting down: a shutdown hook would run beside that of the embedded database,
 * which closes it under those who still write down what they have done.
 *
 * <p>The class that does it, {@code sun.misc.Signal}, is not part of the Java API; where it is missing, nothing is heard.
 */
public final class Signals {

    private static final List<String> NAMES = List.of("TERM", "INT");
    private static final int KILLED = 128 + 15;

    private Signals() {}

    /**
     * Runs something at the first signal; a second one ends the process at once.
     *
     * @return false when signals cannot be heard here
     */
    public static boolean atFirst(Runnable action) {
        AtomicBoolean heard = new AtomicBoolean();
        InvocationHandler handler = (proxy, method, args) -> {
            if (method.getName().equals("handle")) {
                if (heard.getAndSet(true)) {
                    Runtime.getRuntime().halt(KILLED);
                }
                new Thread(action, "stopping").start();
            }
            return null;
        };
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> listener = Class.forName("sun.misc.SignalHandler");
            Method handle = signal.getMethod("handle", signal, listener);
            Object ours = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {listener}, handler);
            for (String name : NAMES) {
                handle.invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
            }
            return true;
        } catch (ReflectiveOperationException | IllegalArgumentException missing) {
            return false;
        }
    }
}
