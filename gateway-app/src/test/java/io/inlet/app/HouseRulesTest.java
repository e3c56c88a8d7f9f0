package io.inlet.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house of docs/architecture.md, as rules. */
@AnalyzeClasses(packages = "io.inlet", importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseRulesTest {
    private static final String[] EDGES = {
        "io.inlet.smpp..", "io.inlet.persistence..", "io.inlet.http..", "io.inlet.simulator.."
    };
    private static final String[] OUTER = {
        "io.inlet.config..", "io.inlet.app..", "io.inlet.benchmarks.."
    };

    @ArchTest
    static final ArchRule core_knows_nobody =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(EDGES)
                    .and()
                    .resideOutsideOfPackages(OUTER)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.inlet.smpp..",
                            "io.inlet.persistence..",
                            "io.inlet.http..",
                            "io.inlet.simulator..",
                            "io.inlet.config..",
                            "io.inlet.app..",
                            "io.netty..",
                            "com.cloudhopper..",
                            "com.linecorp..",
                            "com.fasterxml..",
                            "org.jooq..",
                            "java.sql..");

    @ArchTest
    static final ArchRule edges_do_not_know_each_other =
            slices().matching("io.inlet.(smpp|persistence|http|simulator)..")
                    .should()
                    .notDependOnEachOther();

    @ArchTest
    static final ArchRule edges_do_not_know_the_outside =
            noClasses()
                    .that()
                    .resideInAnyPackage(EDGES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(OUTER);

    @ArchTest
    static final ArchRule nothing_can_send_an_sms =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.inlet.simulator..")
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching(
                            "com\\.cloudhopper\\.smpp\\.pdu\\.(SubmitSm|SubmitMulti|ReplaceSm"
                                    + "|CancelSm|QuerySm)(Resp)?");

    @ArchTest
    static final ArchRule cloudhopper_lives_in_the_adapter_and_the_simulator =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("io.inlet.smpp..", "io.inlet.simulator..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.cloudhopper..");

    @ArchTest
    static final ArchRule its_session_layer_is_not_used =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "com.cloudhopper.smpp.impl..", "com.cloudhopper.smpp.channel..");
}
