package org.hifazat.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.api.Test;

/** The database as the migrations leave it. */
@HifazatTest(service = "assessments")
class MigrationTest {

  private final Flyway flyway;

  MigrationTest(Flyway flyway) {
    this.flyway = flyway;
  }

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
