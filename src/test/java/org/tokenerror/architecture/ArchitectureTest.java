package org.tokenerror.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/**
 * Checks that the packages know each other, and the world, in one direction only.
 *
 * <p>It does not look at the tests or at the demo.
 */
@AnalyzeClasses(
    packages = "org.tokenerror",
    importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
final class ArchitectureTest {
  private static final String FRONT_DOOR = "org.tokenerror";
  private static final String CAPTURE = "org.tokenerror.capture..";
  private static final String CONTAINER = "org.tokenerror.container..";
  private static final String OAUTH = "org.tokenerror.oauth..";
  private static final String HTTP = "org.tokenerror.http..";
  private static final String SPRING = "org.tokenerror.spring..";
  private static final String CHECK = "org.tokenerror.check..";
  private static final String RETROFIT = "org.tokenerror.retrofit..";
  private static final String CLI = "org.tokenerror.cli..";
  private static final String MODEL = "org.tokenerror.oauth";
  private static final String SUCCESS = "org.tokenerror.oauth.success";
  private static final String NULLNESS = "org.jspecify.annotations..";
  private static final String SERVLET = "jakarta.servlet..";
  private static final String JSON = "jakarta.json..";

  private static final Set<String> JSON_USERS = Set.of("ErrorJson", "DialectReader", "ResultJson");

  private static final DescribedPredicate<JavaClass> JAVA_BASE =
      describe(
          "belong to java.base",
          type ->
              type.getBaseComponentType().isPrimitive()
                  || Object.class
                      .getModule()
                      .getPackages()
                      .contains(type.getBaseComponentType().getPackageName()));

  @ArchTest
  static final ArchRule ARROWS_POINT_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("front door")
          .definedBy(FRONT_DOOR)
          .layer("capture")
          .definedBy(CAPTURE)
          .layer("container")
          .definedBy(CONTAINER)
          .layer("oauth")
          .definedBy(OAUTH)
          .layer("http")
          .definedBy(HTTP)
          .layer("spring")
          .definedBy(SPRING)
          .optionalLayer("check")
          .definedBy(CHECK)
          .optionalLayer("retrofit")
          .definedBy(RETROFIT)
          .optionalLayer("cli")
          .definedBy(CLI)
          .whereLayer("front door")
          .mayOnlyAccessLayers("capture", "container", "oauth", "http")
          .whereLayer("capture")
          .mayOnlyAccessLayers("oauth", "http")
          .whereLayer("container")
          .mayNotAccessAnyLayer()
          .whereLayer("oauth")
          .mayOnlyAccessLayers("http")
          .whereLayer("http")
          .mayNotAccessAnyLayer()
          .whereLayer("spring")
          .mayOnlyAccessLayers("front door", "oauth")
          .whereLayer("check")
          .mayOnlyAccessLayers("oauth", "http")
          .whereLayer("retrofit")
          .mayNotAccessAnyLayer()
          .whereLayer("cli")
          .mayOnlyAccessLayers("check", "retrofit", "front door")
          .ensureAllClassesAreContainedInArchitecture();

  @ArchTest
  static final ArchRule ROOMS_OF_THE_DECISION_STAND_ON_THE_MODEL =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("model")
          .definedBy(MODEL)
          .layer("success")
          .definedBy(SUCCESS)
          .layer("request")
          .definedBy("org.tokenerror.oauth.request")
          .layer("said")
          .definedBy("org.tokenerror.oauth.said")
          .layer("signs")
          .definedBy("org.tokenerror.oauth.signs")
          .layer("words")
          .definedBy("org.tokenerror.oauth.words")
          .layer("dialect")
          .definedBy("org.tokenerror.oauth.dialect")
          .layer("answer")
          .definedBy("org.tokenerror.oauth.answer")
          .layer("decision")
          .definedBy("org.tokenerror.oauth.decision")
          .whereLayer("model")
          .mayNotAccessAnyLayer()
          .whereLayer("success")
          .mayNotAccessAnyLayer()
          .whereLayer("request")
          .mayOnlyAccessLayers("model")
          .whereLayer("said")
          .mayOnlyAccessLayers("model")
          .whereLayer("signs")
          .mayOnlyAccessLayers("model")
          .whereLayer("words")
          .mayOnlyAccessLayers("model", "request")
          .whereLayer("dialect")
          .mayOnlyAccessLayers("model", "said", "words")
          .whereLayer("answer")
          .mayOnlyAccessLayers("model", "request", "said", "signs", "words")
          .whereLayer("decision")
          .mayOnlyAccessLayers(
              "model", "success", "request", "said", "signs", "words", "dialect", "answer");

  @ArchTest
  static final ArchRule NO_ROOM_OF_THE_DECISION_IS_FORGOTTEN =
      classes()
          .that()
          .resideInAPackage(OAUTH)
          .should()
          .resideInAnyPackage(
              MODEL,
              "org.tokenerror.oauth.(answer|decision|dialect|request|said|signs|success|words)");

  @ArchTest
  static final ArchRule PACKAGES_STAND_IN_NO_CIRCLE =
      slices().matching("org.tokenerror.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule CAPTURE_KNOWS_NOTHING_OF_DECISIONS =
      classes()
          .that()
          .resideInAPackage(CAPTURE)
          .should()
          .onlyDependOnClassesThat(
              not(resideInAPackage(OAUTH)).or(resideInAnyPackage(MODEL, SUCCESS)));

  @ArchTest
  static final ArchRule SPRING_IS_KNOWN_IN_ONE_ROOM =
      noClasses()
          .that()
          .resideOutsideOfPackage(SPRING)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SPRING, "org.springframework..");

  @ArchTest
  static final ArchRule THE_ROOM_OF_SPRING_NEEDS_NOTHING_BUT_SPRING_AND_SERVLETS =
      classes()
          .that()
          .resideInAPackage(SPRING)
          .should()
          .onlyDependOnClassesThat(
              JAVA_BASE.or(
                  resideInAnyPackage(
                      SPRING, FRONT_DOOR, OAUTH, NULLNESS, SERVLET, "org.springframework..")));

  @ArchTest
  static final ArchRule HTTP_NEEDS_JAVA_BASE_ONLY =
      classes()
          .that()
          .resideInAPackage(HTTP)
          .should()
          .onlyDependOnClassesThat(JAVA_BASE.or(resideInAnyPackage(HTTP, NULLNESS)));

  @ArchTest
  static final ArchRule OAUTH_KNOWS_NO_SERVLET =
      classes()
          .that()
          .resideInAPackage(OAUTH)
          .should()
          .onlyDependOnClassesThat(JAVA_BASE.or(resideInAnyPackage(OAUTH, HTTP, NULLNESS, JSON)));

  @ArchTest
  static final ArchRule JSON_BINDING_HAS_FEW_USERS =
      noClasses()
          .that(
              not(
                  belongTo(
                      describe(
                          "ErrorJson, DialectReader or, in the command line, ResultJson",
                          (JavaClass type) -> JSON_USERS.contains(type.getSimpleName())))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(JSON);

  @ArchTest
  static final ArchRule FILTER_NEEDS_SERVLETS_BUT_NO_CONTAINER =
      classes()
          .that()
          .resideInAnyPackage(FRONT_DOOR, CAPTURE, CONTAINER)
          .should()
          .onlyDependOnClassesThat(
              JAVA_BASE.or(
                  resideInAnyPackage(
                      FRONT_DOOR, CAPTURE, CONTAINER, OAUTH, HTTP, NULLNESS, SERVLET)));

  @ArchTest
  static final ArchRule NO_STATIC_STATE_CHANGES = fields().that().areStatic().should().beFinal();
}
