package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.sent;

import io.agroal.api.AgroalDataSource;
import java.util.UUID;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.RequestCost;
import org.hifazat.referral.Requests.Sent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a request costs does not grow with what there is. */
@HifazatTest(service = "referrals")
class StatementCountTest {
  private final Database asSomebody;

  StatementCountTest(AgroalDataSource database, CallerContext callers) {
    this.asSomebody = new Database(database, callers);
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @Test
  void listsTakeTheSameStatementsForOneReferralAsForMany() {
    UUID few = Backstage.openCaseWithConsent();
    sent(few);
    UUID many = Backstage.openCaseWithConsent();
    for (int i = 0; i < 12; i++) {
      sent(many);
    }
    assertThat(statements(Persona.SOCIAL_WORKER, "/v1/cases/" + few + "/referrals")).isPositive();
    assertThat(statements(Persona.SOCIAL_WORKER, "/v1/cases/" + many + "/referrals"))
        .isEqualTo(statements(Persona.SOCIAL_WORKER, "/v1/cases/" + few + "/referrals"));
    assertThat(statements(Persona.PARTNER_SYSTEM, "/partner/v1/referrals?limit=1")).isPositive();
    assertThat(statements(Persona.PARTNER_SYSTEM, "/partner/v1/referrals?limit=12"))
        .isEqualTo(statements(Persona.PARTNER_SYSTEM, "/partner/v1/referrals?limit=1"));
    int settingsStatementAndCommit = 3;
    assertThat(statements(Persona.SOCIAL_WORKER, "/v1/services?limit=1"))
        .isEqualTo(settingsStatementAndCommit);
    assertThat(statements(Persona.SOCIAL_WORKER, "/v1/services?limit=100"))
        .isEqualTo(settingsStatementAndCommit);
  }

  @Test
  void theSecondReferralOfACaseTakesAsManyStatementsAsTheThirteenth() {
    UUID caseId = Backstage.openCaseWithConsent();
    sent(caseId);
    int second = statements(caseId);
    assertThat(second).isPositive();
    for (int i = 0; i < 10; i++) {
      sent(caseId);
    }
    assertThat(statements(caseId)).isEqualTo(second);
  }

  /** With many rows and the planner's own choice, through the policies, as the application. */
  @Test
  void theListsAreReadFromTheirIndexes() {
    Sent sent = sent();
    Backstage.execute(
        """
        insert into referral (id, case_id, unit_id, district_code, requested_by, service_id,
          agency_id, category, priority, reason_code, status, status_at, packet, consent_id,
          authored_at, recorded_at, respond_by, complete_by, last_modified, version)
        select gen_random_uuid(), gen_random_uuid(), unit_id, district_code, requested_by,
          service_id, case when n % 2 = 0 then agency_id else gen_random_uuid() end, category,
          priority, reason_code, status, status_at, packet, consent_id, authored_at, recorded_at,
          respond_by, complete_by, last_modified - n * interval '1 minute', 99
        from referral, generate_series(1, 10000) n where id::text = ?""",
        sent.id());
    try {
      Backstage.execute("analyze referral");
      assertThat(
              asSomebody.lines(
                  Persona.PARTNER_SYSTEM,
                  """
                  explain select id from referral
                   where agency_id = '%s' and status <> 'draft'
                     and last_modified >= now() - interval '1 hour'
                   order by last_modified, id limit 21"""
                      .formatted(Persona.LEGAL_AID)))
          .contains("referral_by_agency")
          .doesNotContain("Seq Scan on referral");
      assertThat(
              asSomebody.lines(
                  Persona.SOCIAL_WORKER,
                  """
                  explain select id from referral where case_id = '%s' and unit_id = '%s'
                   order by authored_at desc, id desc limit 21"""
                      .formatted(sent.caseId(), Persona.PESHAWAR)))
          .contains("referral_by_case")
          .doesNotContain("Seq Scan on referral");
    } finally {
      Backstage.execute("delete from referral where version = 99");
    }
  }

  private static int statements(Persona persona, String path) {
    return RequestCost.least(() -> as(persona).get(path).then().statusCode(200)).roundTrips();
  }

  private static int statements(UUID caseId) {
    return RequestCost.least(() -> sent(caseId)).roundTrips();
  }
}
