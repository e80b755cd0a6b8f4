package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.api.Test;

/** The database as the migrations leave it. */
@HifazatTest(service = "cases")
class MigrationTest {
  @Inject Flyway flyway;

  @Test
  void aSecondStartFindsNothingToMigrateAndNothingChanged() {
    assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
    assertThat(flyway.migrate().migrationsExecuted).isZero();
  }

  @Test
  void everyTableSaysWhatItIs() {
    assertThat(
            Backstage.texts(
                "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
                    + " and obj_description(oid) is null and relname not like 'flyway%'"))
        .isEmpty();
  }
}
