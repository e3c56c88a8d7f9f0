import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Generates the jOOQ classes from the migrations, by applying them to a PostgreSQL that lives for
 * this run only. The build runs it in a JVM of its own, in source form; the result is never
 * committed.
 *
 * <p>Arguments: the folder of the migrations, the folder to write to.
 */
final class GenerateTables {
    private GenerateTables() {}

    public static void main(String[] args) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                Connection connection = postgres.getPostgresDatabase().getConnection()) {
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("filesystem:" + args[0])
                    .load()
                    .migrate();
            GenerationTool tool = new GenerationTool();
            tool.setConnection(connection);
            tool.run(configuration(args[1]));
        }
    }

    private static Configuration configuration(String target) {
        Database database =
                new Database()
                        .withName("org.jooq.meta.postgres.PostgresDatabase")
                        .withInputSchema("public")
                        .withOutputSchemaToDefault(true)
                        .withIncludeRoutines(false)
                        .withIncludeExcludeColumns(true)
                        // jOOQ knows no multiranges: plain SQL reads and writes this one.
                        .withExcludes("flyway_schema_history|session\\.proven");
        database.withForcedTypes(
                new org.jooq.meta.jaxb.ForcedType()
                        .withName("INSTANT")
                        .withIncludeTypes("(?i:timestamp\\s+with\\s+time\\s+zone|timestamptz)"));
        return new Configuration()
                .withLogging(Logging.WARN)
                .withGenerator(
                        new Generator()
                                .withDatabase(database)
                                .withGenerate(
                                        new Generate()
                                                .withRecords(true)
                                                .withDaos(false)
                                                .withPojos(false)
                                                .withJavaTimeTypes(true))
                                .withTarget(
                                        new Target()
                                                .withPackageName("io.inlet.persistence.jooq")
                                                .withDirectory(target)));
    }
}
