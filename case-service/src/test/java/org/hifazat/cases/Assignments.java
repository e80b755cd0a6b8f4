package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.testing.Persona;
import org.jspecify.annotations.Nullable;

/** Requests about who has a case, and workers with as many cases as a test needs. */
public final class Assignments {
  public static final String HANDOVER =
      ",\"handover\":\"The invented aunt is to be asked on Friday.\"";
  public static final String REASON = ",\"reason\":\"Knows the invented village.\"";

  private Assignments() {}

  public static Response assign(
      Persona persona, String caseId, String etag, UUID owner, String more) {
    return as(persona)
        .header("If-Match", etag)
        .body("{\"ownerId\":\"%s\",\"happenedAt\":\"%s\"%s}".formatted(owner, Instant.now(), more))
        .post("/v1/cases/" + caseId + "/assignment");
  }

  /** As the platform comes, until the next test begins. */
  public static void shippedLimits() {
    Backstage.execute("update caseload_policy set warn_at = 20, reason_at = 25, approval_at = 30");
  }

  /** By the unit's supervisor, on the case as it is now. */
  public static Response assign(String caseId, UUID owner, String more) {
    return assign(Persona.SUPERVISOR, caseId, Casework.etag(caseId), owner, more);
  }

  public static String chosen(String caseId, String etag) {
    return "{\"caseId\":\"%s\",\"etag\":\"%s\"}".formatted(caseId, etag.replace("\"", "\\\""));
  }

  /**
   * @param chosen null to leave them out
   */
  public static Response assignMany(
      Persona persona, @Nullable List<String> chosen, UUID owner, String more) {
    return as(persona)
        .body(
            "{%s\"ownerId\":\"%s\",\"happenedAt\":\"%s\"%s}"
                .formatted(
                    chosen == null ? "" : "\"cases\":[" + String.join(",", chosen) + "],",
                    owner,
                    Instant.now(),
                    more))
        .post("/v1/case-assignments");
  }

  public static Response addMember(Persona persona, String caseId, UUID staff, String part) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            "{\"staffId\":\"%s\",\"part\":\"%s\",\"since\":\"%s\"}"
                .formatted(staff, part, Instant.now().minusSeconds(1)))
        .post("/v1/cases/" + caseId + "/members");
  }

  public static Response endMember(Persona persona, String caseId, Response member) {
    return as(persona)
        .header("If-Match", member.header("ETag"))
        .body("{\"happenedAt\":\"%s\"}".formatted(Instant.now()))
        .post("/v1/cases/" + caseId + "/members/" + member.path("id") + "/end");
  }

  public static Response askCommission(Persona persona, UUID staff) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body("{\"staffId\":\"%s\"}".formatted(staff))
        .post("/v1/caseload-exceptions");
  }

  public static Response decide(Persona persona, String exception, String decision) {
    return as(persona)
        .body("{\"decision\":\"%s\"}".formatted(decision))
        .post("/v1/caseload-exceptions/" + exception + "/decision");
  }

  /** A certified social worker of Peshawar with open cases of these levels of risk. */
  public static UUID workerWith(int high, int medium, int low) {
    UUID staff = UUID.randomUUID();
    Backstage.execute(
        "insert into known_staff (staff_id, unit_id, roles, active, version)"
            + " values (?, ?::uuid, array['social-worker'], true, 1)",
        staff,
        Persona.PESHAWAR);
    Backstage.execute(
        "insert into known_certificate (staff_id, level, valid_from, valid_to)"
            + " values (?, 1, '2000-01-01', '2099-12-31')",
        staff);
    give(staff, "high", high);
    give(staff, "medium", medium);
    give(staff, "low", low);
    return staff;
  }

  /** So many more open cases. */
  public static void give(UUID staff, String level, int cases) {
    Backstage.execute(
        """
        with fresh as (select gen_random_uuid() as child, gen_random_uuid() as file from generate_series(1, ?)),
        children as (
          insert into child (id, given_name, name_script, sex, birth_year, age_basis, recorded_at, version)
          select child, '\\x00', 'latn', 'male', 2012, 'stated', now(), 0 from fresh)
        insert into case_file (id, number, child_id, unit_id, district_code, owner_id, state, concerns, risk_level,
                               opened_at, recorded_at, version)
        select file, 'load-' || file, child, ?::uuid, 'peshawar', ?, 'identified', '{}', ?,
               '2001-01-01 00:00:00Z', now(), 0 from fresh""",
        cases,
        Persona.PESHAWAR,
        staff,
        level);
  }

  /** The invented workers and what they had are gone again. */
  public static void dismissAll() {
    Backstage.execute(
        """
        update case_file f set number = 'gone-' || id, state = 'closed', closed_at = opened_at
         where number like 'load-%' and exists (select 1 from owner_change c where c.case_id = f.id)""");
    Backstage.execute("delete from case_file where number like 'load-%'");
    Backstage.execute(
        "delete from child c where given_name = '\\x00' and not exists (select 1 from case_file f"
            + " where f.child_id = c.id)");
    Backstage.execute(
        "update known_staff set active = false where supervisor_id is null and version = 1 and"
            + " staff_id in (select staff_id from known_certificate where valid_to = '2099-12-31')"
            + " and not exists (select 1 from case_file f where f.owner_id ="
            + " known_staff.staff_id)");
  }
}
