package io.inlet.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Hears SIGHUP, by which service managers ask for a reload. Java offers it only as {@code
 * sun.misc.Signal}, which the compiler refuses to see without a warning, hence by name.
 */
final class Hangup {
    private Hangup() {}

    /** Runs an action at each SIGHUP, on a thread of the JVM's, one at a time. */
    static void onSignal(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object heard =
                    Proxy.newProxyInstance(
                            Hangup.class.getClassLoader(),
                            new Class<?>[] {handler},
                            (self, method, arguments) -> answer(self, method, action));
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), heard);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("this Java cannot hear SIGHUP", e);
        }
    }

    private static Object answer(Object self, Method method, Runnable action) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> false;
            case "toString" -> "reload";
            default -> {
                action.run();
                yield self;
            }
        };
    }
}
