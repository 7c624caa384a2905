import module java.base;

import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.*;

/// Generates jOOQ's table classes: `GenerateTables MIGRATIONS OUTPUT SELF`. The migrations run on a scratch SQLite file,
/// jOOQ reads that. Nothing is done when the classes are newer than every migration and than this program.
void main(String[] args) throws Exception {
  Path migrations = Path.of(args[0]);
  Path output = Path.of(args[1]);
  Path stamp = output.resolveSibling("jooq.stamp");
  if (Files.exists(stamp) && Math.max(newest(migrations), newest(Path.of(args[2]))) <= Files.getLastModifiedTime(stamp).toMillis()) {
    return;
  }
  ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("ROOT")).setLevel(ch.qos.logback.classic.Level.WARN);
  Path scratch = Files.createTempFile("tables", ".db");
  try {
    String url = "jdbc:sqlite:" + scratch;
    Flyway.configure().dataSource(url, "", "").locations("filesystem:" + migrations).load().migrate();
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    GenerationTool.generate(new Configuration()
        .withLogging(Logging.WARN)
        .withJdbc(new Jdbc().withDriver("org.sqlite.JDBC").withUrl(url))
        .withGenerator(new Generator()
            .withDatabase(new Database().withName("org.jooq.meta.sqlite.SQLiteDatabase").withExcludes("flyway_schema_history|sqlite_.*").withOutputSchemaToDefault(true)
                .withForcedTypes(new ForcedType().withUserType("java.lang.String").withConverter("app.photoplay.database.sql.CleanText").withIncludeTypes("(?i:text)")))
            .withGenerate(new Generate().withRecords(true).withJavadoc(false).withComments(false))
            .withTarget(new Target().withPackageName("app.photoplay.database.generated").withDirectory(output.toString()))));
    Files.createDirectories(output);
    Files.writeString(stamp, "generated\n");
  } finally {
    Files.deleteIfExists(scratch);
  }
}

long newest(Path folder) throws IOException {
  try (Stream<Path> files = Files.walk(folder)) {
    long newest = 0;
    for (Path file : files.toList()) {
      newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
    }
    return newest;
  }
}
