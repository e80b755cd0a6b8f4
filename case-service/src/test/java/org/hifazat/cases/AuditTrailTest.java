package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;
import static org.hifazat.cases.Requests.openCase;
import static org.hifazat.cases.Requests.waiting;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.hifazat.platform.security.AuditSealer;
import org.hifazat.platform.security.AuditVerdict;
import org.hifazat.platform.security.AuditVerification;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who did, read or was refused what is on record, and the record holds. */
@HifazatTest(service = "cases")
class AuditTrailTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";

  @Inject DataSource database;
  @Inject AuditSealer sealer;
  @Inject AuditVerification verification;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void recordingReadingAndBeingRefusedAReportAreOnRecord() {
    String id = waiting(Persona.HELPLINE_OPERATOR).path("id");
    assertThat(Backstage.audit("RECORD_CONCERN_REPORT", id)).containsExactly("performed ");
    as(Persona.SOCIAL_WORKER).get("/v1/concern-reports/" + id).then().statusCode(200);
    as(Persona.COMMISSION_MONITOR).get("/v1/concern-reports/" + id).then().statusCode(403);
    as(Persona.PSYCHOLOGIST).get("/v1/concern-reports/" + id).then().statusCode(403);
    assertThat(Backstage.audit("VIEW_CONCERN_REPORT", id))
        .containsExactly("read ", "refused role", "refused role");
    assertThat(
            Backstage.texts(
                "select actor || ' ' || subject_type from audit_record where operation = 'VIEW_CONCERN_REPORT'"
                    + " and subject_id = ? and outcome = 'read'",
                id))
        .containsExactly(Persona.SOCIAL_WORKER.staffId().orElseThrow() + " concern-report");
  }

  @Test
  void readingBeingRefusedAndConsentingOnACaseAreOnRecord() {
    String id = openCase(Persona.SOCIAL_WORKER, "Naheed", NINE_YEARS);
    as(Persona.SOCIAL_WORKER).get("/v1/cases/" + id).then().statusCode(200);
    as(Persona.COLLEAGUE).get("/v1/cases/" + id).then().statusCode(403);
    assertThat(Backstage.audit("VIEW_CASE", id))
        .containsExactly("read ", "refused relation:SAME_UNIT");
    String body = consent("photo", "caregiver", Instant.now().minusSeconds(1), "");
    consent(Persona.COLLEAGUE, id, body).then().statusCode(403);
    consent(Persona.SOCIAL_WORKER, id, body).then().statusCode(201);
    assertThat(Backstage.audit("RECORD_CONSENT", id))
        .containsExactly("refused relation:SAME_UNIT", "performed photo given");
  }

  @Test
  void aTriageIsOnRecordWithItsDecisionAndTheTraceOfTheRequest() {
    String id = openCase(Persona.SOCIAL_WORKER, "Naheed", NINE_YEARS);
    assertThat(
            Backstage.texts(
                "select outcome || ' ' || codes[1] || ' ' || (length(trace_id) = 32) from audit_record"
                    + " where operation = 'TRIAGE_CONCERN_REPORT' and subject_id ="
                    + " (select id::text from concern_report where case_id = ?::uuid)",
                id))
        .containsExactly("performed open-case true");
  }

  @Test
  void theChainOfWhatHappenedVerifies() {
    openCase(Persona.SOCIAL_WORKER, "Naheed", NINE_YEARS);
    sealer.sealAll();
    assertThat(verification.verify())
        .isInstanceOfSatisfying(
            AuditVerdict.Intact.class, intact -> assertThat(intact.count()).isGreaterThan(2));
  }

  @Test
  void theTrailNamesNobody() {
    openCase(Persona.SOCIAL_WORKER, "Naheedwmq", NINE_YEARS);
    List<String> trail = Backstage.texts("select r::text from audit_record r");
    assertThat(trail).isNotEmpty().noneMatch(row -> row.contains("Naheedwmq"));
  }
}
