package io.tallyport.docs;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;

/**
 * A house of classes whose rooms are the packages right below its root: the product's, or a made-up one whose classes
 * break a rule.
 *
 * @param root such as {@code io.tallyport}
 */
record House(String root) {

    static final House PRODUCT = new House("io.tallyport");

    /** All rooms there may be; one more needs a decision under {@code docs/adr}. */
    static final List<String> ROOMS = List.of(
            "core", "remote", "lightspeed", "shopify", "persistence", "runtime", "cli", "http", "sandbox", "docs");

    /** Rooms that speak to a vendor. */
    static final List<String> ADAPTERS = List.of("lightspeed", "shopify");

    private static final String GENERATED = "io.tallyport.persistence.schema";
    private static final String BROKEN = "io.tallyport.docs.violations";

    /** The made-up house that breaks the rule of that name. */
    static House breaking(String rule) {
        return new House(BROKEN + "." + rule);
    }

    /** The product's classes without tests and without what a generator wrote; of a made-up house, all. */
    JavaClasses classes() {
        return equals(PRODUCT) ? Product.CLASSES : new ClassFileImporter().importPackages(root);
    }

    /** Read once, since that takes seconds. */
    private static final class Product {

        static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                // Nor those that other modules share as jars.
                .withImportOption(place -> !place.contains("-tests.jar"))
                .importPackages(PRODUCT.root())
                .that(DescribedPredicate.describe(
                        "written by hand",
                        type -> !isIn(type.getPackageName(), GENERATED) && !isIn(type.getPackageName(), BROKEN)));
    }

    /** Whether a class belongs to this house at all. */
    boolean holds(JavaClass type) {
        return isIn(type.getPackageName(), root);
    }

    /** Whether a class is in one of these rooms. */
    boolean isIn(JavaClass type, String... rooms) {
        return Arrays.stream(rooms).anyMatch(room -> isIn(type.getPackageName(), root + "." + room));
    }

    DescribedPredicate<JavaClass> in(String... rooms) {
        return DescribedPredicate.describe("in " + String.join(", ", rooms), type -> isIn(type, rooms));
    }

    DescribedPredicate<JavaClass> everywhere() {
        return DescribedPredicate.describe("in the house", this::holds);
    }

    private static boolean isIn(String packageName, String room) {
        return packageName.equals(room) || packageName.startsWith(room + ".");
    }
}
