package io.tallyport.cli;

import io.tallyport.core.access.Role;
import io.tallyport.core.catalog.mapping.ItemRef;
import io.tallyport.core.catalog.mapping.MismatchKind;
import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.MergePolicy;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.counting.CountReference;
import io.tallyport.core.inventory.validation.PriceTolerance;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobState;
import io.tallyport.core.job.Priority;
import io.tallyport.core.job.Schedule;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.purchasing.PartnerKind;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.PurchaseState;
import io.tallyport.core.webhook.WebhookState;
import io.tallyport.runtime.view.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words that options take, and how they become values. */
final class Choices {

    private Choices() {}

    static void register(CommandLine root) {
        root.registerConverter(ConnectionId.class, checked(ConnectionId::new));
        root.registerConverter(RouteId.class, checked(RouteId::new));
        root.registerConverter(Environment.class, word -> one(Environment.class, word));
        root.registerConverter(AccessMode.class, word -> one(AccessMode.class, word));
        root.registerConverter(WebOrders.class, word -> one(WebOrders.class, word));
        root.registerConverter(MergePolicy.class, word -> one(MergePolicy.class, word));
        root.registerConverter(MismatchKind.class, word -> one(MismatchKind.class, word));
        root.registerConverter(ItemRef.class, checked(ItemRef::parse));
        root.registerConverter(Duration.class, checked(LifeSpan::parse));
        root.registerConverter(PriceTolerance.class, checked(PriceTolerance::parse));
        root.registerConverter(LocationName.class, checked(LocationName::parse));
        root.registerConverter(JobId.class, checked(Choices::jobId));
        root.registerConverter(JobState.class, word -> one(JobState.class, word));
        root.registerConverter(WebhookState.class, word -> one(WebhookState.class, word));
        root.registerConverter(Role.class, word -> one(Role.class, word));
        root.registerConverter(Priority.class, word -> one(Priority.class, word));
        root.registerConverter(PurchaseOrderId.class, checked(PurchaseOrderId::new));
        root.registerConverter(CountReference.class, checked(CountReference::new));
        root.registerConverter(PoLine.class, checked(PoLine::parse));
        root.registerConverter(PurchaseState.class, word -> one(PurchaseState.class, word));
        root.registerConverter(PartnerKind.class, word -> one(PartnerKind.class, word));
        root.registerConverter(ConsignmentKind.class, word -> one(ConsignmentKind.class, word));
        root.registerConverter(Schedule.CatchUp.class, word -> one(Schedule.CatchUp.class, word));
    }

    /** The word for a constant: lower case with hyphens. */
    static String word(Enum<?> constant) {
        return Words.of(constant);
    }

    static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Choices::word).toList();
    }

    static <E extends Enum<E>> E one(Class<E> type, String word) {
        String wanted = Words.of(word);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException("\"" + word + "\" is none of " + String.join(", ", words(type))));
    }

    private static JobId jobId(String word) {
        try {
            return new JobId(Long.parseLong(word.strip()));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("a job is named by its number, got \"" + word + "\"", notANumber);
        }
    }

    private static <T> ITypeConverter<T> checked(Function<String, T> parse) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(String.valueOf(wrong.getMessage()));
            }
        };
    }

    /** For the shell's completion. */
    static final class Environments extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Environments() {
            super(words(Environment.class));
        }
    }

    /** For the shell's completion. */
    static final class AccessModes extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        AccessModes() {
            super(words(AccessMode.class));
        }
    }

    /** For the shell's completion. */
    static final class WebOrderWays extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        WebOrderWays() {
            super(words(WebOrders.class));
        }
    }

    /** For the shell's completion. */
    static final class MergePolicies extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        MergePolicies() {
            super(words(MergePolicy.class));
        }
    }

    /** For the shell's completion. */
    static final class ShopifyPlans extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        ShopifyPlans() {
            super(List.of("standard", "advanced", "plus"));
        }
    }
}
