package app.photoplay;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Who may know whom. A room is a package right below ours; its row names the rooms whose packages
/// it may import. What stands behind a port is seen by nobody but who puts the program together,
/// unless a row names it.
class ArchitectureTest {
  private static final String ROOT = "app.photoplay";
  private static final String GENERATED = ROOT + ".database.generated";
  private static final int LONGEST_FILE = 350;
  private static final int LONGEST_TEST = 400;
  private static final int MOST_PUBLIC = 8;

  /// Rooms with more to see than others, and why.
  private static final Map<String, Integer> WIDE =
      Map.of(
          "job", 19, // the words that every room speaks
          "assembly", 11, // a module for each area
          "delivery", 9, // with the results that are no video
          "kind", 9, // the steps that all share, and why something cannot be made
          "engine", 9, // the port to its rows with all that is handed over there
          "command.builtin", 9, // a file for each area of commands
          "media.caption", 10, // what is written on pictures, and what of them is numbered
          "provider.speech", 10, // voices apart from who speaks, and the ways in which they do
          "provider.local", 9); // its scenes are a room of their own

  /// Start and assembly know everybody, and no row names them.
  private static final Set<String> KNOW_ALL = Set.of("", "app", "assembly");

  private static final Map<String, Set<String>> MAY_IMPORT = new TreeMap<>();

  static {
    row("wording");
    row("retry");
    row("config", "wording");
    row("server", "config");
    row("espeak"); // a program of its own under another licence
    row("media");
    row("budget", "config", "wording");
    row("chat", "config", "retry", "storage", "wording");
    row("chat.web", "server");
    row("job", "budget");
    row("provider", "budget", "config", "job", "media", "storage");
    row("storage", "job", "budget", "config", "retry", "wording");
    row("engine", "job", "budget", "retry");
    row("delivery", "chat", "job", "budget", "retry", "storage", "media", "wording");
    row("intake", "chat", "config", "job", "budget", "storage", "media", "delivery", "wording");
    row("command", "chat", "delivery", "intake", "job", "budget", "retry", "wording");
    row("kind", "command", "chat", "config", "job", "budget", "provider");
    row("kind", "media", "retry", "storage", "wording");
    row("kind.talk", "kind.speech");
    row("kind.cast", "kind.talk");
    row("kind.film", "kind.cast", "kind.clip", "kind.image", "kind.speech", "kind.storyboard");
    row("kind.film", "kind.talk");
    String[] all =
        MAY_IMPORT.keySet().stream().filter(it -> !it.contains(".")).toArray(String[]::new);
    row("database", all);
    row("database", "chat.web", "kind.cast");
    row("cli", all);
    row("operator", all);
    row("operator", "database");
  }

  /// Each stands behind a port, or is a kind of its own.
  private static final Set<String> ADAPTERS =
      Set.of(
          "chat.discord",
          "chat.telegram",
          "chat.terminal",
          "chat.web",
          "provider.local",
          "storage.gcs",
          "storage.local",
          "storage.s3");

  /// The packages that may see a library; everybody else may not.
  private static final Map<String, Set<String>> FENCES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("org.jooq", Set.of("database")),
              Map.entry("java.sql", Set.of("database")),
              Map.entry("javax.sql", Set.of("database")),
              Map.entry("org.sqlite", Set.of("database")),
              Map.entry("org.postgresql", Set.of("database")),
              Map.entry("com.zaxxer", Set.of("database")),
              Map.entry("org.flywaydb", Set.of("database")),
              Map.entry("org.telegram", Set.of("chat.telegram")),
              Map.entry("net.dv8tion", Set.of("chat.discord")),
              Map.entry("com.github.kokorin.jaffree", Set.of("media")),
              Map.entry("marytts", Set.of("provider.local")),
              Map.entry("io.github.jaredmdobson.concentus", Set.of("media")),
              Map.entry("javazoom.jl", Set.of("media")),
              Map.entry("net.sourceforge.jaad", Set.of("media")),
              Map.entry("io.javalin", Set.of("assembly", "server", "chat.web", "operator")),
              Map.entry("org.eclipse.jetty", Set.of("server", "chat.web")),
              Map.entry("picocli", Set.of("cli")),
              Map.entry("com.google.cloud", Set.of("storage.gcs", "provider.google")),
              Map.entry("com.google.genai", Set.of("provider.google")),
              Map.entry("software.amazon", Set.of("storage.s3")),
              Map.entry("ch.qos.logback", Set.of("app")),
              Map.entry("com.fasterxml.jackson.dataformat.yaml", Set.of("config"))));

  private static final Path MAIN = Path.of("src", "main", "java", "app", "photoplay");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @TestFactory
  Stream<DynamicTest> everyPackageImportsOnlyWhatItsRowAllows() {
    return packages()
        .filter(it -> !KNOW_ALL.contains(it))
        .map(it -> dynamicTest(it, () -> judge(it)));
  }

  private static void judge(String name) {
    List<String> rows = withParents(name).filter(MAY_IMPORT::containsKey).toList();
    Set<String> allowed =
        Stream.concat(
                withParents(name),
                rows.stream().flatMap(it -> MAY_IMPORT.getOrDefault(it, Set.of()).stream()))
            .collect(toSet());

    assertThat(rows).as("a row for " + name).isNotEmpty();
    assertThat(dependencies(name))
        .filteredOn(it -> inside(it.getTargetClass().getPackageName(), ROOT))
        .filteredOn(it -> !allowed.contains(fenced(folder(it.getTargetClass()))))
        .extracting(Dependency::getDescription)
        .isEmpty();
  }

  /// What a row has to name for a package to be seen: its room, or the adapter that it is part of.
  private static String fenced(String name) {
    return ADAPTERS.stream()
        .filter(it -> inside(name, it))
        .findFirst()
        .orElseGet(() -> name.startsWith("kind.") ? name : name.split("\\.", 2)[0]);
  }

  @Test
  void nothingThatBreaksTheProductOnPurposeIsInIt() {
    assertThat(packages()).doesNotContain("chaos");
  }

  @TestFactory
  Stream<DynamicTest> onlyItsOwnPackageSeesALibrary() {
    return FENCES.entrySet().stream()
        .map(fence -> dynamicTest(fence.getKey(), () -> judge(fence.getKey(), fence.getValue())));
  }

  private static void judge(String library, Set<String> owners) {
    assertThat(
            packages()
                .filter(it -> owners.stream().noneMatch(owner -> inside(it, owner)))
                .flatMap(ArchitectureTest::dependencies)
                .filter(it -> inside(it.getTargetClass().getPackageName(), library)))
        .extracting(Dependency::getDescription)
        .isEmpty();
  }

  @Test
  void noPackagesFormACycle() {
    SlicesRuleDefinition.slices()
        .matching(ROOT + ".(**)")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(resideInAPackage(GENERATED + ".."), alwaysTrue())
        .check(CLASSES);
  }

  @Test
  void nobodyAsksTheSystemForTheTime() {
    assertThat(
            CLASSES.stream()
                .filter(it -> !KNOW_ALL.contains(folder(it)))
                .flatMap(it -> it.getCodeUnitCallsFromSelf().stream())
                .filter(it -> asksTheSystem(it.getTarget())))
        .extracting(JavaAccess::getDescription)
        .isEmpty();
  }

  private static boolean asksTheSystem(CodeUnitCallTarget target) {
    String owner = target.getOwner().getName();
    Set<String> parameters =
        target.getRawParameterTypes().stream().map(JavaClass::getName).collect(toSet());
    return switch (target.getName()) {
      case "now" -> owner.startsWith("java.time.") && !parameters.contains(Clock.class.getName());
      case "currentTimeMillis" -> owner.equals(System.class.getName());
      case "system", "systemUTC", "systemDefaultZone", "tick", "tickMillis", "tickSeconds" ->
          Set.of(Clock.class.getName(), InstantSource.class.getName()).contains(owner);
      case "<init>" -> owner.equals("java.util.Date") && parameters.isEmpty();
      case "getInstance" -> owner.equals("java.util.Calendar");
      default -> false;
    };
  }

  /// SQLite has no words for locks, and jOOQ writes them all the same.
  @Test
  void rowsAreLockedOnlyWhereTheDatabaseCan() {
    assertThat(
            CLASSES.stream()
                .flatMap(it -> it.getCodeUnits().stream())
                .filter(it -> calls(it, "org.jooq.", "forUpdate", "forNoKeyUpdate", "forShare"))
                .filter(it -> !calls(it, ROOT + ".database.sql.Locking", "available")))
        .extracting(JavaCodeUnit::getFullName)
        .isEmpty();
  }

  /// On SQLite jOOQ reads the row that was inserted last instead, which may be another person's.
  @Test
  void nothingIsReadBackFromAnInsert() {
    assertThat(
            CLASSES.stream()
                .flatMap(it -> it.getCodeUnitCallsFromSelf().stream())
                .filter(it ->
                    (it.getName().startsWith("returning")
                            && it.getTargetOwner().getName().startsWith("org.jooq.Insert"))
                        || it.getName().equals("getGeneratedKeys")))
        .extracting(JavaAccess::getDescription)
        .isEmpty();
  }

  /// Of several statements in one call SQLite runs the first and says nothing.
  @Test
  void noTextHoldsSeveralStatements() throws IOException {
    Pattern several =
        Pattern.compile(
            "(?is)\\b(select|insert|update|delete|create|drop|alter|pragma|begin|commit)\\b.*;.*\\w");
    Pattern texts = Pattern.compile("(?s)\"{3}.*?\"{3}|\"(?:[^\"\\\\\n]|\\\\.)*+\"");
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/app/photoplay/database"))) {
      assertThat(files.filter(it -> it.toString().endsWith(".java")))
          .isNotEmpty()
          .allSatisfy(it ->
              assertThat(texts.matcher(Files.readString(it)).results().map(MatchResult::group))
                  .as(it.toString())
                  .noneMatch(text -> several.matcher(text).find()));
    }
  }

  /// Programs are started in one place, which keeps our secrets from them.
  @Test
  void programsAreStartedInOnePlace() {
    assertThat(
            CLASSES.stream()
                .filter(it -> !folder(it).equals("chaos"))
                .filter(it -> !it.getName().equals(ROOT + ".media.tool.ToolProcess"))
                .flatMap(it -> it.getCodeUnitCallsFromSelf().stream())
                .filter(it ->
                    (it.getName().equals("<init>")
                            && it.getTargetOwner().getName().equals(ProcessBuilder.class.getName()))
                        || (it.getName().equals("exec")
                            && it.getTargetOwner().getName().equals(Runtime.class.getName()))))
        .extracting(JavaAccess::getDescription)
        .isEmpty();
  }

  private static boolean calls(JavaCodeUnit unit, String owner, String... names) {
    return unit.getMethodCallsFromSelf().stream()
        .anyMatch(it ->
            it.getTargetOwner().getName().startsWith(owner)
                && List.of(names).contains(it.getName()));
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(CLASSES.stream().filter(it -> !inside(it.getPackageName(), GENERATED)))
        .extracting(JavaClass::getPackage)
        .allSatisfy(
            it -> assertThat(it.isAnnotatedWith(NullMarked.class)).as(it.getName()).isTrue());
  }

  @Test
  void noFileIsLongerThanAPersonReads() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      assertThat(files.filter(it -> it.toString().endsWith(".java")))
          .isNotEmpty()
          .filteredOn(it -> !it.endsWith("Phrase.java"))
          .allSatisfy(it ->
              // a sentence a line is a list, and not read from end to end
              assertThat(it.endsWith("Phrase.java") ? List.of() : Files.readAllLines(it))
                  .as(it.toString())
                  .hasSizeLessThanOrEqualTo(
                      it.startsWith(Path.of("src", "main")) ? LONGEST_FILE : LONGEST_TEST));
    }
  }

  /// What is written for one platform is written for all.
  @Test
  void onlyAdaptersAndWhoAssemblesThemNameAPlatform() throws IOException {
    Set<Path> naming =
        Stream.of("chat", "app", "assembly", "config", "wording")
            .map(it -> MAIN.resolve(it))
            .collect(toSet());
    try (Stream<Path> files = Files.walk(MAIN)) {
      assertThat(
              files
                  .filter(it -> it.toString().endsWith(".java"))
                  .filter(it -> naming.stream().noneMatch(it::startsWith)))
          .isNotEmpty()
          .allSatisfy(it ->
              assertThat(Files.readString(it).toLowerCase(Locale.ROOT))
                  .as(it.toString())
                  .doesNotContain("telegram")
                  .doesNotContain("discord"));
    }
  }

  @TestFactory
  Stream<DynamicTest> aRoomShowsOnlyAFewTypes() {
    return packages()
        .map(it ->
            dynamicTest(
                ROOT + "." + it,
                () ->
                    assertThat(
                            find(it).getClasses().stream()
                                .filter(type -> !inside(type.getPackageName(), GENERATED))
                                .filter(type -> type.isTopLevelClass() && !type.isArray())
                                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                                .map(JavaClass::getSimpleName))
                        .hasSizeLessThanOrEqualTo(WIDE.getOrDefault(it, MOST_PUBLIC))));
  }

  private static void row(String name, String... others) {
    MAY_IMPORT.computeIfAbsent(name, _ -> new HashSet<>()).addAll(List.of(others));
  }

  /// `kind.talk`, then `kind`.
  private static Stream<String> withParents(String name) {
    return Stream.iterate(
        name,
        it -> !it.isEmpty(),
        it -> it.contains(".") ? it.substring(0, it.lastIndexOf('.')) : "");
  }

  private static boolean inside(String name, String owner) {
    return name.equals(owner) || (!owner.isEmpty() && name.startsWith(owner + "."));
  }

  private static Stream<Dependency> dependencies(String name) {
    return find(name).getClasses().stream()
        .flatMap(it -> it.getDirectDependenciesFromSelf().stream());
  }

  private static JavaPackage find(String name) {
    return CLASSES.getPackage(name.isEmpty() ? ROOT : ROOT + "." + name);
  }

  /// All packages with classes, without our root's name; the root itself is empty.
  private static Stream<String> packages() {
    return CLASSES.stream().map(ArchitectureTest::folder).distinct().sorted();
  }

  /// The package's name without our root's; that of the generated tables is their owner's.
  private static String folder(JavaClass type) {
    String name = type.getPackageName();
    if (inside(name, GENERATED)) {
      return "database";
    }
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
  }
}
