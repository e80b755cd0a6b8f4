package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hifazat.cases.Requests.consent;

import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of a case while it is worked on. */
@HifazatTest(service = "cases")
class TimelineTest {
  @Inject DataSource database;
  @Inject Timeline timeline;

  @BeforeEach
  void begin() {
    Directory.known(database);
  }

  @Test
  void openingACaseAndRecordingAConsentAreTold() {
    String id =
        Requests.openCase(
            Persona.SOCIAL_WORKER, "Told", "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"");
    consent(
        Persona.SOCIAL_WORKER, id, consent("photo", "child", Instant.now().minusSeconds(1), ""));
    assertThat(
            Backstage.texts(
                "select kind || ' ' || array_to_string(codes, ' ') from timeline_entry"
                    + " where case_id = ?::uuid order by happened_at, id",
                id))
        .containsExactly("case-opened ", "consent-recorded photo given");
    assertThat(
            Backstage.texts(
                "select distinct actor_id from timeline_entry where case_id = ?::uuid", id))
        .containsExactly(Persona.SOCIAL_WORKER.staffId().orElseThrow().toString());
  }

  @Test
  void aRefusedConsentIsNotTold() {
    String id =
        Requests.openCase(
            Persona.SOCIAL_WORKER, "Untold", "\"estimatedAgeYears\":3,\"ageBasis\":\"stated\"");
    consent(Persona.SOCIAL_WORKER, id, consent("photo", "child", Instant.now(), ""))
        .then()
        .statusCode(409);
    assertThat(Backstage.texts("select kind from timeline_entry where case_id = ?::uuid", id))
        .containsExactly("case-opened");
  }

  @Test
  void nothingIsToldOutsideTheTransactionOfTheAct() {
    assertThatThrownBy(
            () -> timeline.happened(UUID.randomUUID(), "case-opened", Instant.EPOCH, null))
        .isInstanceOf(TransactionalException.class);
  }
}
