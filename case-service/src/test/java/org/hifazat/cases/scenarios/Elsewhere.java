package org.hifazat.cases.scenarios;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.CaseRequests;
import org.hifazat.cases.Files;
import org.hifazat.cases.Seals;
import org.hifazat.cases.Transfers;
import org.hifazat.cases.Twins;
import org.hifazat.cases.Uploads;
import org.hifazat.cases.consent.Overrides;
import org.hifazat.cases.kinship.Links;
import org.hifazat.platform.testing.Persona;

/** What waits for an answer about a case, or is kept of it, once the case is another unit's. */
final class Elsewhere {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final Persona OTHERS = Persona.OTHER_UNIT_SUPERVISOR;
  private static final byte[] A_BYTE = {1};

  private Elsewhere() {}

  /** What the supervisor of a case answers, each made in earnest; the case is moved afterwards. */
  static Map<String, String> attacks(String theirs, String twin) {
    String number = Links.number(theirs);
    Map<String, String> attacks = new LinkedHashMap<>();
    String merge =
        CaseScenariosTest.id(Twins.propose(WORKER, Twins.suspected(theirs, twin), theirs));
    attacks.put("POST /v1/merges/" + merge + "/confirmation", told(""));
    attacks.put("POST /v1/merges/" + merge + "/refusal", told(""));
    String override =
        CaseScenariosTest.id(
            Overrides.write(WORKER, theirs, Overrides.body("photo", Instant.now(), "")));
    attacks.put(
        "POST /v1/consent-overrides/" + override + "/decision",
        told(",\"decision\":\"confirmed\""));
    String request =
        CaseScenariosTest.id(
            CaseRequests.ask(
                Persona.OTHER_UNIT_SOCIAL_WORKER, number, ",\"districtCode\":\"mardan\""));
    attacks.put("GET /v1/case-requests/" + request, "");
    attacks.put(
        "POST /v1/case-requests/" + request + "/rejection",
        told(",\"words\":\"The invented court hears us on Monday.\""));
    String access = CaseScenariosTest.id(Seals.takeEmergency(OTHERS, number));
    attacks.put("GET /v1/emergency-accesses/" + access, "");
    attacks.put(
        "POST /v1/emergency-accesses/" + access + "/review",
        told(",\"verdict\":\"justified\",\"words\":\"Read what was needed.\""));
    documents(theirs, attacks);
    String transfer =
        CaseScenariosTest.id(
            Transfers.propose(Persona.SUPERVISOR, theirs, Transfers.MARDAN, Transfers.OVERRIDE));
    attacks.put("GET /v1/transfers/" + transfer, "");
    attacks.put("POST /v1/transfers/" + transfer + "/acceptance", told(""));
    for (String end : new String[] {"decline", "withdrawal"}) {
      attacks.put(
          "POST /v1/transfers/" + transfer + "/" + end,
          told(",\"reason\":\"The invented uncle said no.\""));
    }
    return attacks;
  }

  private static void documents(String theirs, Map<String, String> attacks) {
    String document =
        Uploads.upload(WORKER, theirs, "ordinary", "image/png", Files.picture("png", 8, 8))
            .then()
            .statusCode(200)
            .extract()
            .path("id");
    attacks.put("GET /v1/documents/" + document + "/content", "");
    attacks.put("POST /v1/documents/" + document + "/removal", "{\"reason\":\"wrong-case\"}");
    String begun =
        CaseScenariosTest.id(Uploads.begin(WORKER, theirs, "ordinary", "image/png", A_BYTE));
    attacks.put("GET /v1/uploads/" + begun, "");
    attacks.put("POST /v1/uploads/" + begun + "/completion", "");
  }

  /** The cases, their tasks and what waits about them are Mardan's, and of its staff. */
  static void move(String... cases) {
    for (String one : cases) {
      for (String table : new String[] {"case_file", "task"}) {
        Backstage.execute(
            "update %s set unit_id = ?::uuid, owner_id = ? where %s = ?::uuid"
                .formatted(table, table.equals("task") ? "case_id" : "id"),
            Persona.MARDAN,
            Persona.OTHER_UNIT_SOCIAL_WORKER.staffId().orElseThrow(),
            one);
      }
      for (String table : new String[] {"case_request", "emergency_access"}) {
        Backstage.execute(
            "update %s set unit_id = ?::uuid where case_id = ?::uuid".formatted(table),
            Persona.MARDAN,
            one);
      }
      Backstage.execute(
          "update case_document set recorded_by = ? where case_id = ?::uuid",
          OTHERS.staffId().orElseThrow(),
          one);
      Backstage.execute(
          "update case_transfer set from_unit = ?::uuid, to_unit = gen_random_uuid(), proposed_by = ?"
              + " where case_id = ?::uuid",
          Persona.MARDAN,
          OTHERS.staffId().orElseThrow(),
          one);
      Backstage.execute(
          "update duplicate_pair set one_unit = ?::uuid, other_unit = ?::uuid"
              + " where ?::uuid in (one_case, other_case)",
          Persona.MARDAN,
          Persona.MARDAN,
          one);
      Backstage.execute(
          "update child_merge set proposed_unit = ?::uuid, proposed_by = ? where surviving_case = ?::uuid",
          Persona.MARDAN,
          OTHERS.staffId().orElseThrow(),
          one);
    }
  }

  private static String told(String more) {
    return "{\"happenedAt\":\"%s\"%s}".formatted(Instant.now(), more);
  }
}
