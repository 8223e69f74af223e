package io.tallyport.core.purchasing.sync;

import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.UnitOfWork;
import io.tallyport.core.purchasing.DiscrepancyStore;
import io.tallyport.core.purchasing.PartnerMappingStore;
import io.tallyport.core.purchasing.PurchaseLog;
import io.tallyport.core.purchasing.PurchaseOrderStore;
import io.tallyport.core.purchasing.PurchaseStores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Stands between us and the stores: there is a point before and after each call of a store and each unit of work, at which a
 * process may be killed, and each unit of work may end in the ways in which databases end them.
 */
final class FaultyStores {

    /** Where the orders stand. */
    enum Place {
        /** In one database with all else. */
        BESIDE_THE_REST,
        /** In a database of their own: no unit of work holds them back, or takes them back. */
        ELSEWHERE
    }

    /** How a unit of work goes. */
    enum Unit {
        WELL,
        /** As after a deadlock: the body runs, is taken back, and runs again. */
        RUN_AGAIN,
        /** Nothing of it is stored, and that is known. */
        NOT_COMMITTED,
        /** All of it is stored, and nobody knows. */
        STORED_UNSEEN,
        /** Nothing of it is stored, and nobody knows. */
        LOST_UNSEEN
    }

    /** Decides what happens. */
    interface Fate {

        /** At a point between two calls; may throw, and outside of a unit of work do anything else. */
        void at(String point, boolean inUnit);

        /** Of an outermost unit of work. */
        Unit unit();
    }

    private final PurchaseHouse house;
    private final Place place;
    private final Fate fate;
    private int depth;

    FaultyStores(PurchaseHouse house, Place place, Fate fate) {
        this.house = house;
        this.place = place;
        this.fate = fate;
    }

    SyncPurchaseOrder sync(PurchaseHouse.Ports ports) {
        PurchaseOrderStore orders = place == Place.ELSEWHERE ? elsewhere(house.stores.orders()) : house.stores.orders();
        PurchaseStores faulty = new PurchaseStores(
                guard(PurchaseOrderStore.class, orders),
                guard(PurchaseLog.class, house.stores.log()),
                guard(PartnerMappingStore.class, house.stores.partners()),
                guard(DiscrepancyStore.class, house.stores.discrepancies()),
                new Units(house.stores.unitOfWork()));
        return house.sync(ports, faulty, guard(IntentJournal.class, house.journal));
    }

    private <T> T guard(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            String call = port.getSimpleName() + "." + method.getName();
            fate.at("before " + call, depth > 0);
            try {
                Object answer = method.invoke(real, args);
                fate.at("after " + call, depth > 0);
                return answer;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
    }

    /** What stands in memory is taken back for the thread that asked for it; so somebody else asks. */
    private static PurchaseOrderStore elsewhere(PurchaseOrderStore real) {
        return (PurchaseOrderStore) Proxy.newProxyInstance(
                PurchaseOrderStore.class.getClassLoader(),
                new Class<?>[] {PurchaseOrderStore.class},
                (proxy, method, args) -> {
                    try {
                        return CompletableFuture.supplyAsync(() -> {
                                    try {
                                        return Optional.ofNullable(method.invoke(real, args));
                                    } catch (ReflectiveOperationException failed) {
                                        throw new CompletionException(
                                                failed.getCause() == null ? failed : failed.getCause());
                                    }
                                })
                                .join()
                                .orElse(null);
                    } catch (CompletionException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private final class Units implements UnitOfWork {

        private final UnitOfWork real;

        Units(UnitOfWork real) {
            this.real = real;
        }

        @Override
        public <T> T inOne(Supplier<T> body) {
            fate.at("before a unit", depth > 0);
            T answer = depth > 0 ? unit(body) : outermost(body, fate.unit());
            fate.at("after a unit", depth > 0);
            return answer;
        }

        private <T> T outermost(Supplier<T> body, Unit way) {
            return switch (way) {
                case WELL -> unit(body);
                case RUN_AGAIN -> {
                    takenBack(body, new PortException.Transient(context(), "deadlock", null));
                    yield unit(body);
                }
                case NOT_COMMITTED -> {
                    PortException why = new PortException.Transient(context(), "busy", null);
                    takenBack(body, why);
                    throw why;
                }
                case LOST_UNSEEN -> {
                    PortException why = new PortException.UnknownOutcome(context(), "gone in the commit", null);
                    takenBack(body, why);
                    throw why;
                }
                case STORED_UNSEEN -> {
                    unit(body);
                    throw new PortException.UnknownOutcome(context(), "gone in the commit", null);
                }
            };
        }

        private <T> void takenBack(Supplier<T> body, PortException why) {
            try {
                unit(() -> {
                    T unused = body.get();
                    throw why;
                });
            } catch (PortException thrown) {
                if (thrown != why) {
                    throw thrown;
                }
            }
        }

        private <T> T unit(Supplier<T> body) {
            depth++;
            try {
                return real.inOne(body);
            } finally {
                depth--;
            }
        }

        private FailureContext context() {
            return FailureContext.of("unit of work");
        }

        @Override
        public void afterCommit(Runnable action) {
            real.afterCommit(action);
        }
    }
}
