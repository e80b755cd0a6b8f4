package org.hifazat.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

/** Assessments of the whole child from before they were kept, as the migration finds them. */
@HifazatTest(service = "cases")
class ToldBeforeTest {
  private static final String SCRIPT = "/db/migration/V202611221220__comprehensive_told_before.sql";
  private static final String ASSESS = "nextSteps.find { it.step == 'assess' }.blockers.code";
  private static final String NEEDED = "comprehensive-assessment-needed";

  @Inject DataSource database;

  @Test
  void whatATaskOfThatPurposeAndTheStorySayTogetherIsKeptAndAStoryAloneIsNot() throws IOException {
    RestAssured.replaceFiltersWith(List.of());
    Directory.known(database);
    String told = Casework.opened("Told");
    String unknown = Casework.opened("Unknown");
    for (String id : List.of(told, unknown)) {
      Backstage.execute(
          """
          insert into timeline_entry (id, case_id, kind, happened_at, recorded_at, subject_id)
          values (gen_random_uuid(), ?::uuid, 'assessment-completed', '2026-11-22T05:00:00Z', now(), ?)""",
          id,
          UUID.randomUUID());
    }
    Backstage.execute(
        """
        update task set kind = 'assess-comprehensive', state = 'done', done_at = '2026-11-22T05:00:00Z'
         where case_id = ?::uuid and kind = 'comprehensive-assessment'""",
        told);
    for (String statement : script().split(";", -1)) {
      if (!statement.isBlank()) {
        Backstage.execute(statement);
      }
    }
    Casework.nextSteps(Persona.SOCIAL_WORKER, told).then().body(ASSESS, not(hasItem(NEEDED)));
    Casework.nextSteps(Persona.SOCIAL_WORKER, unknown).then().body(ASSESS, hasItem(NEEDED));
    assertThat(
            Backstage.texts("select purpose from known_assessment where case_id = ?::uuid", told))
        .containsExactly("comprehensive");
  }

  private static String script() throws IOException {
    try (InputStream file = ToldBeforeTest.class.getResourceAsStream(SCRIPT)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("--"))
          .reduce("", (all, line) -> all + line + "\n");
    }
  }
}
