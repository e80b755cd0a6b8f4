package org.hifazat.referral;

import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.referral.Requests.as;

import io.restassured.response.Response;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.access.ReferralOperation;

/** The directory's rows of the refusal matrix, written by hand and not read from the rules. */
final class DirectoryMatrix {
  private DirectoryMatrix() {}

  static Map<String, Set<Relation>> allowed(ReferralOperation operation) {
    return switch (operation) {
      case LIST_SERVICES, LIST_GAPS -> units("commission-admin");
      case READ_DIRECTORY ->
          units("commission-admin", "helpline-operator", "partner-worker", "partner-system");
      case IMPORT_DIRECTORY, EXPORT_DIRECTORY -> Map.of("commission-admin", Set.of(NONE));
      case ASK_CAPACITY, LIST_CAPACITY_QUESTIONS, RECORD_GAP -> units();
      case KEEP_SERVICE ->
          Map.of(
              "commission-admin", EnumSet.complementOf(EnumSet.of(NONE)),
              "partner-worker", Set.of(OWN),
              "partner-system", Set.of(OWN));
      default -> throw new IllegalArgumentException(operation + " is not the directory's");
    };
  }

  static Response attempt(ReferralOperation operation, Persona persona, Relation relation) {
    return switch (operation) {
      case LIST_SERVICES -> as(persona).get("/v1/services");
      case READ_DIRECTORY -> as(persona).get("/v1/hsds/services");
      case KEEP_SERVICE -> {
        String path =
            "/v1/hsds/services/"
                + Agencies.entry(relation == OWN ? Persona.LEGAL_AID : Persona.HOSPITAL);
        String etag = as(Persona.COMMISSION_ADMIN).get(path).header("ETag");
        yield as(persona).header("If-Match", etag).post(path + "/assurance");
      }
      case IMPORT_DIRECTORY -> as(persona).body("{\"dry_run\":true}").post("/v1/hsds/import");
      case EXPORT_DIRECTORY -> as(persona).get("/v1/hsds/export.csv");
      case ASK_CAPACITY -> CapacityQuestionTest.ask(persona, CapacityQuestionTest.question());
      case LIST_CAPACITY_QUESTIONS -> as(persona).get("/v1/capacity-questions");
      case PARTNER_LIST_CAPACITY_QUESTIONS -> as(persona).get("/partner/v1/capacity-questions");
      case PARTNER_ANSWER_CAPACITY -> {
        Map<String, Object> question = CapacityQuestionTest.question();
        if (relation != Relation.REFERRED_IN) {
          question.put("serviceId", Persona.HOSPITAL);
        }
        String id = CapacityQuestionTest.ask(Persona.SOCIAL_WORKER, question).path("id");
        yield as(persona)
            .header("If-Match", "\"v0\"")
            .body("{\"answer\":\"to-assess\"}")
            .post("/partner/v1/capacity-questions/" + id + "/answer");
      }
      case RECORD_GAP ->
          CapacityQuestionTest.record(persona, CapacityQuestionTest.gap("legal-aid"));
      case LIST_GAPS -> as(persona).get("/v1/service-gaps");
      default -> throw new IllegalArgumentException(operation + " is not the directory's");
    };
  }

  private static Map<String, Set<Relation>> units(String... others) {
    Map<String, Set<Relation>> allowed = new HashMap<>();
    for (String role :
        new String[] {"social-worker", "protection-officer", "psychologist", "supervisor"}) {
      allowed.put(role, Set.of(NONE));
    }
    for (String role : others) {
      allowed.put(role, Set.of(NONE));
    }
    return allowed;
  }
}
