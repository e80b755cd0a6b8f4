package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hifazat.referral.Drafting.begun;
import static org.hifazat.referral.Drafting.list;
import static org.hifazat.referral.Drafting.read;
import static org.hifazat.referral.Drafting.save;
import static org.hifazat.referral.Drafting.send;
import static org.hifazat.referral.Drafting.whole;

import io.agroal.api.AgroalDataSource;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Drafting.Kept;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts go where their case goes, and the database shows them to nobody else. */
@HifazatTest(service = "referrals")
class DraftReachTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;

  private final Database asSomebody;

  DraftReachTest(AgroalDataSource database, CallerContext callers) {
    this.asSomebody = new Database(database, callers);
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @Test
  void theDatabaseShowsADraftToThoseWhoMayReferForItsCaseOnly() {
    Kept draft = begun(Backstage.openCaseWithConsent(), whole());
    String rows = "select count(*) from referral_draft where id = '" + draft.id() + "'";
    for (Persona sees : List.of(WORKER, Persona.SUPERVISOR)) {
      assertThat(seen(sees, rows)).as(sees.name()).isOne();
    }
    for (Persona sees :
        List.of(
            Persona.COLLEAGUE,
            Persona.PSYCHOLOGIST,
            Persona.OTHER_UNIT_SOCIAL_WORKER,
            Persona.OTHER_UNIT_SUPERVISOR,
            Persona.COMMISSION_ADMIN,
            Persona.COMMISSION_MONITOR,
            Persona.HELPLINE_OPERATOR,
            Persona.AUDITOR,
            Persona.PARTNER_WORKER,
            Persona.PARTNER_SYSTEM,
            Persona.OTHER_PARTNER_SYSTEM)) {
      assertThat(seen(sees, rows)).as(sees.name()).isZero();
      assertThat(
              asSomebody.change(sees, "delete from referral_draft where id = '" + draft.id() + "'"))
          .as(sees.name())
          .isZero();
    }
    assertThat(asSomebody.count(Caller.nobody(), rows)).isZero();
    Backstage.execute(
        "update known_case set member_ids = array[?::uuid] where case_id = ?",
        Backstage.staff(Persona.COLLEAGUE),
        draft.caseId());
    assertThat(seen(Persona.COLLEAGUE, rows)).isOne();
  }

  @Test
  void nobodyWritesADraftInAnotherNameOrMovesItToAnotherCase() {
    Kept draft = begun(Backstage.openCase(), whole());
    String begin =
        "insert into referral_draft values (gen_random_uuid(), '%s', '\\x01', '%s', now(), '%s', now(), 0)";
    UUID worker = Backstage.staff(WORKER);
    UUID supervisor = Backstage.staff(Persona.SUPERVISOR);
    refused(WORKER, begin.formatted(draft.caseId(), supervisor, supervisor));
    refused(Persona.COLLEAGUE, begin.formatted(draft.caseId(), worker, worker));
    String saved =
        "update referral_draft set saved_by = '%s' where id = '%s'"
            .formatted(supervisor, draft.id());
    refused(WORKER, saved);
    assertThat(asSomebody.change(Persona.SUPERVISOR, saved)).isOne();
    assertThatThrownBy(
            () ->
                asSomebody.change(WORKER, "update referral_draft set case_id = gen_random_uuid()"))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void whoeverGetsTheCaseGetsItsDraftsAndWhoeverLosesItLosesThem() {
    Kept draft = begun(Backstage.openCase(), whole());
    Backstage.hand(draft.caseId(), Backstage.staff(Persona.COLLEAGUE), Backstage.PESHAWAR);
    read(WORKER, draft).then().statusCode(404);
    save(WORKER, draft, whole()).then().statusCode(404);
    read(Persona.COLLEAGUE, draft).then().statusCode(200);
    UUID mardan = Persona.OTHER_UNIT_SUPERVISOR.unitId().orElseThrow();
    Backstage.hand(draft.caseId(), Backstage.staff(Persona.OTHER_UNIT_SOCIAL_WORKER), mardan);
    read(Persona.COLLEAGUE, draft).then().statusCode(404);
    read(Persona.SUPERVISOR, draft).then().statusCode(404);
    read(Persona.OTHER_UNIT_SUPERVISOR, draft).then().statusCode(200);
    assertThat(Backstage.audit("READ_REFERRAL_DRAFT", draft.id())).contains("refused not-found");
  }

  @Test
  void aSealedCasesDraftsAreThoseOfWhoIsNamed() {
    Kept draft = begun(Backstage.openCase(), whole());
    Backstage.execute(
        "update known_case set named_ids = array[?::uuid] where case_id = ?",
        Backstage.staff(Persona.COLLEAGUE),
        draft.caseId());
    read(WORKER, draft).then().statusCode(404);
    read(Persona.SUPERVISOR, draft).then().statusCode(404);
    list(Persona.SUPERVISOR, draft.caseId()).then().statusCode(404);
    read(Persona.COLLEAGUE, draft).then().statusCode(200);
  }

  @Test
  void aMergedCasesDraftsStandWithTheCaseThatGoesOnAndAreNotSent() {
    Kept draft = begun(Backstage.openCaseWithConsent(), whole());
    UUID goesOn = Backstage.openCase();
    Backstage.execute(
        "update known_case set surviving_case = ?, closed = true where case_id = ?",
        goesOn,
        draft.caseId());
    list(WORKER, goesOn)
        .then()
        .body("items.id", contains(draft.id()))
        .body("items.caseId", contains(draft.caseId().toString()));
    read(WORKER, draft).then().statusCode(200);
    send(WORKER, draft).then().statusCode(409);
  }

  @Test
  void noWordOfADraftIsReadableInTheDatabase() {
    begun(Backstage.openCase(), whole("requestText", "An invented quince"));
    for (String table :
        Backstage.texts("select tablename from pg_tables where schemaname = 'public'")) {
      assertThat(
              Backstage.count(
                  "select count(*) from " + table + " t where t::text like ? or t::text like ?",
                  "%quince%",
                  "%7175696e6365%"))
          .as(table)
          .isZero();
    }
  }

  private long seen(Persona persona, String sql) {
    return asSomebody.count(Database.caller(persona), sql);
  }

  private void refused(Persona persona, String sql) {
    assertThatThrownBy(() -> asSomebody.change(persona, sql))
        .hasStackTraceContaining("row-level security");
  }
}
