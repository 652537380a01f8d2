package meanfield.app.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between modules and the fences around libraries, read from the compiled classes. */
class FencesTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("meanfield");

    /** Module to the modules it may import, itself included. */
    private static final List<List<String>> ARROWS = List.of(
            List.of("core"),
            List.of("gpu", "core"),
            List.of("experiment", "core"),
            List.of("ntk", "core", "experiment"),
            List.of("replica", "core", "experiment"),
            List.of("dmft", "core", "experiment"),
            List.of("grokking", "core", "experiment", "ntk", "dmft"),
            List.of("approximation", "core", "experiment"),
            List.of("app", "core", "experiment", "ntk", "replica", "dmft", "grokking", "approximation"));

    /** Library to the only place that may import it. */
    private static final List<List<String>> FENCES = List.of(
            List.of("org.apache.commons.math3..", "meanfield.core.."),
            List.of("org.apache.commons.numbers..", "meanfield.core.."),
            List.of("org.bytedeco..", "meanfield.core.linalg.."),
            List.of("org.knowm.xchart..", "meanfield.experiment.chart.."),
            List.of("de.erichseifert..", "meanfield.experiment.chart.."),
            List.of("tech.tablesaw..", "meanfield.experiment.."),
            List.of("picocli..", "meanfield.app.."),
            List.of("me.tongfei..", "meanfield.app.."),
            List.of("org.apache.spark..", "meanfield.cluster.."),
            List.of("jcuda..", "meanfield.gpu.."));

    @Test
    void allModulesAreRead() {
        for (List<String> arrow : ARROWS) {
            String module = arrow.get(0);
            assertTrue(
                    OURS.stream().anyMatch(c -> c.getPackageName().startsWith("meanfield." + module)),
                    "no class of " + module + " was found, so nothing would be checked");
        }
    }

    @TestFactory
    Stream<DynamicTest> arrows() {
        return ARROWS.stream().map(arrow -> {
            List<String> allowed = new ArrayList<>();
            arrow.forEach(module -> allowed.add("meanfield." + module + ".."));
            ArchRule rule = noClasses()
                    .that()
                    .resideInAPackage("meanfield." + arrow.get(0) + "..")
                    .should()
                    .dependOnClassesThat(describe(
                            "are ours and outside " + arrow,
                            c -> c.getPackageName().startsWith("meanfield.") && !isInside(c, arrow)));
            return DynamicTest.dynamicTest(arrow.get(0) + " imports only " + arrow, () -> rule.check(OURS));
        });
    }

    private static boolean isInside(JavaClass type, List<String> modules) {
        return modules.stream()
                .anyMatch(module -> (type.getPackageName() + ".").startsWith("meanfield." + module + "."));
    }

    @TestFactory
    Stream<DynamicTest> fences() {
        return FENCES.stream().map(fence -> {
            ArchRule rule = noClasses()
                    .that()
                    .resideOutsideOfPackage(fence.get(1))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(fence.get(0))
                    .allowEmptyShould(true);
            return DynamicTest.dynamicTest(fence.get(0) + " only in " + fence.get(1), () -> rule.check(OURS));
        });
    }

    @Test
    void coreKnowsNoJson() {
        noClasses()
                .that()
                .resideInAPackage("meanfield.core..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(OURS);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("meanfield.app..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(OURS);
    }

    @Test
    void physicsKnowsNoPixels() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "meanfield.core..",
                        "meanfield.gpu..",
                        "meanfield.ntk..",
                        "meanfield.replica..",
                        "meanfield.dmft..",
                        "meanfield.grokking..",
                        "meanfield.approximation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..")
                .check(OURS);
    }

    @Test
    void nothingStaticChanges() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("meanfield..")
                .should()
                .beFinal()
                .check(OURS);
    }

    @Test
    void noConcreteClassIsExtended() {
        classes()
                .that()
                .resideInAPackage("meanfield..")
                .should(new ArchCondition<JavaClass>("extend no concrete class of ours") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getRawSuperclass()
                                .filter(parent -> parent.getPackageName().startsWith("meanfield."))
                                .filter(parent -> !parent.getModifiers().contains(JavaModifier.ABSTRACT))
                                .filter(parent -> !parent.isEnum())
                                .ifPresent(parent -> events.add(SimpleConditionEvent.violated(
                                        type, type.getName() + " extends the concrete " + parent.getName())));
                    }
                })
                .check(OURS);
    }
}
