package io.tallyport.docs;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** What classes look like, and what they are called. */
final class Shapes {

    private static final Pattern EMPTY_NAME = Pattern.compile("(Abstract.*|.*(Impl|Manager|Utils?|Helper))");
    private static final Set<String> EMPTY_PACKAGES = Set.of("util", "utils", "common", "helper", "helpers", "impl");
    private static final Pattern ADAPTER_FACE = Pattern.compile(".*(Connector|Settings|Errors)");

    private Shapes() {}

    static List<HouseRule> of(House house) {
        return List.of(
                HouseRule.each(
                        "corekinds",
                        "be a record, an enum, an interface, sealed or final",
                        named(house.in("core")),
                        type -> isClosed(type) ? Optional.empty() : Optional.of("anybody could extend it")),
                HouseRule.each(
                        "names",
                        "have a name that says what they are",
                        named(house.everywhere()),
                        type -> EMPTY_NAME.matcher(type.getSimpleName()).matches()
                                ? Optional.of("the name " + type.getSimpleName() + " says nothing")
                                : Optional.empty()),
                HouseRule.each(
                        "packagenames",
                        "be in a package that says what it is for",
                        house.everywhere(),
                        Shapes::emptyPackage),
                HouseRule.each(
                        "nullmarked",
                        "be in a package that is null-marked",
                        named(house.everywhere()),
                        Shapes::unmarked),
                HouseRule.each(
                        "adapterface",
                        "be hidden, but for the connector, its settings and its errors",
                        topLevel(house.in(House.ADAPTERS.toArray(String[]::new))),
                        type -> !type.getModifiers().contains(JavaModifier.PUBLIC)
                                        || ADAPTER_FACE
                                                .matcher(type.getSimpleName())
                                                .matches()
                                ? Optional.empty()
                                : Optional.of("it is public")),
                HouseRule.each(
                        "injection", "be given what they need by constructor", house.everywhere(), Shapes::injected));
    }

    private static DescribedPredicate<JavaClass> named(DescribedPredicate<JavaClass> types) {
        return types.and(
                DescribedPredicate.describe("with a name", type -> !type.isAnonymousClass() && !isPackageInfo(type)));
    }

    private static DescribedPredicate<JavaClass> topLevel(DescribedPredicate<JavaClass> types) {
        return types.and(
                DescribedPredicate.describe("top level", type -> type.isTopLevelClass() && !isPackageInfo(type)));
    }

    private static boolean isPackageInfo(JavaClass type) {
        return type.getSimpleName().equals("package-info");
    }

    private static boolean isClosed(JavaClass type) {
        return type.isRecord()
                || type.isEnum()
                || type.isInterface()
                || type.getModifiers().contains(JavaModifier.FINAL)
                || type.reflect().isSealed()
                || isEnumConstant(type);
    }

    /** The body of an enum's constant is a class of its own. */
    private static boolean isEnumConstant(JavaClass type) {
        return type.getRawSuperclass().map(JavaClass::isEnum).orElse(false);
    }

    private static Optional<String> emptyPackage(JavaClass type) {
        for (String part : type.getPackageName().toLowerCase(Locale.ROOT).split("\\.")) {
            if (EMPTY_PACKAGES.contains(part)) {
                return Optional.of("the package name " + part + " says nothing");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> unmarked(JavaClass type) {
        boolean marked = type.getPackage()
                .tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
        return marked ? Optional.empty() : Optional.of(type.getPackageName() + " has no @NullMarked package-info");
    }

    private static Optional<String> injected(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> field.getAnnotations().stream()
                        .anyMatch(annotation ->
                                annotation.getRawType().getSimpleName().equals("Inject")))
                .map(JavaField::getFullName)
                .sorted()
                .findFirst()
                .map(field -> field + " is injected");
    }
}
