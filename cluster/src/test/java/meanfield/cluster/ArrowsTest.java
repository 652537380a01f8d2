package meanfield.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArrowsTest {
    @Test
    void importsCoreAndExperimentOnly() {
        noClasses()
                .that()
                .resideInAPackage("meanfield.cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "meanfield.ntk..",
                        "meanfield.dmft..",
                        "meanfield.replica..",
                        "meanfield.grokking..",
                        "meanfield.approximation..",
                        "meanfield.app..",
                        "meanfield.notebooks..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("meanfield.cluster"));
    }
}
