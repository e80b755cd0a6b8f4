package org.hifazat.identity;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.identity.access.IdentityOperation.*;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hifazat.identity.access.IdentityOperation;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.KeycloakLine;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.RefusalMatrix;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation, role and relation over HTTP with real tokens; what is not listed is refused. */
@HifazatTest(service = "identity")
@WithTestResource(value = KeycloakLine.class, scope = TestResourceScope.MATCHING_RESOURCES)
class RefusalTest {
  /** Whom the demonstration's legal aid centre has in the portal. */
  private static final String DEMO_PERSON = "035b9698-9fa7-5172-9252-de3fd02fa9a9";

  private static final Set<Relation> NONE = Set.of(Relation.NONE);
  private static final Set<Relation> OWN = Set.of(Relation.OWN);
  private static final Set<Relation> UNIT = Set.of(Relation.OWN, Relation.SAME_UNIT);
  private static final Set<Relation> OTHERS = Set.of(Relation.SAME_UNIT, Relation.OTHER_UNIT);
  private static final Set<Relation> ALL =
      Set.of(Relation.OWN, Relation.SAME_UNIT, Relation.OTHER_UNIT);

  private static final Map<String, Persona> ROLES =
      Map.ofEntries(
          entry("helpline-operator", Persona.HELPLINE_OPERATOR),
          entry("social-worker", Persona.SOCIAL_WORKER),
          entry("protection-officer", Persona.PROTECTION_OFFICER),
          entry("psychologist", Persona.PSYCHOLOGIST),
          entry("supervisor", Persona.SUPERVISOR),
          entry("commission-monitor", Persona.COMMISSION_MONITOR),
          entry("commission-admin", Persona.COMMISSION_ADMIN),
          entry("auditor", Persona.AUDITOR),
          entry("partner-worker", Persona.PARTNER_WORKER),
          entry("partner-system", Persona.PARTNER_SYSTEM));

  private static final List<String> STAFF =
      ROLES.keySet().stream().filter(role -> !role.startsWith("partner-")).toList();
  private static final List<String> OF_A_UNIT =
      List.of("social-worker", "protection-officer", "psychologist", "supervisor");

  private static final Map<IdentityOperation, Map<String, Set<Relation>>> WITHOUT_RECORD =
      Map.ofEntries(
          entry(VIEW_ME, with(all(STAFF, NONE), "partner-worker", NONE)),
          entry(LIST_DISTRICTS, with(all(STAFF, NONE), "partner-worker", NONE)),
          entry(LIST_UNITS, with(all(STAFF, NONE), "partner-worker", NONE)),
          entry(LIST_SUPERVISORS, all(OF_A_UNIT, NONE)),
          entry(ENROL_STAFF, Map.of("commission-admin", NONE)),
          entry(LIST_AGENCIES, all(STAFF, NONE)),
          entry(VIEW_AGENCY, all(STAFF, NONE)),
          entry(REGISTER_AGENCY, Map.of("commission-admin", NONE)),
          entry(LIST_AGENCY_SYSTEMS, Map.of("commission-admin", NONE)),
          entry(REGISTER_AGENCY_SYSTEM, Map.of("commission-admin", NONE)),
          entry(LIST_AGENCY_PEOPLE, Map.of("commission-admin", NONE)),
          entry(LIST_LISTED_PEOPLE, with(all(OF_A_UNIT, NONE), "partner-worker", NONE)),
          entry(ENROL_AGENCY_PERSON, Map.of("commission-admin", NONE)),
          entry(DEACTIVATE_AGENCY_PERSON, Map.of("commission-admin", NONE)),
          entry(SHOW_AGENCY_PERSON, Map.of("commission-admin", NONE)),
          entry(REACTIVATE_AGENCY_PERSON, Map.of("commission-admin", NONE)),
          entry(ISSUE_AGENCY_PASSWORD, Map.of("commission-admin", NONE)),
          entry(REPLACE_AGENCY_SYSTEM_KEYS, Map.of("commission-admin", NONE)),
          entry(LIMIT_AGENCY_SYSTEM, Map.of("commission-admin", NONE)));

  private static final Map<IdentityOperation, Map<String, Set<Relation>>> OF_A_PERSON =
      Map.of(
          VIEW_STAFF, with(all(OF_A_UNIT, UNIT), "commission-admin", ALL),
          ASSIGN_STAFF, Map.of("commission-admin", OTHERS),
          DEACTIVATE_STAFF, Map.of("commission-admin", OTHERS),
          REACTIVATE_STAFF, Map.of("commission-admin", OTHERS),
          RENAME_STAFF, Map.of("commission-admin", OTHERS),
          ISSUE_TEMPORARY_PASSWORD, Map.of("commission-admin", OTHERS),
          LIST_CERTIFICATES,
              with(with(all(OF_A_UNIT, OWN), "supervisor", UNIT), "commission-admin", ALL),
          AWARD_CERTIFICATE, Map.of("commission-admin", OTHERS));

  private static final Map<IdentityOperation, Map<String, Set<Relation>>> OF_A_UNITS_PEOPLE =
      Map.of(
          LIST_STAFF, with(all(OF_A_UNIT, Set.of(Relation.SAME_UNIT)), "commission-admin", OTHERS));

  @Test
  void noOperationIsForgotten() {
    assertThat(
            Stream.of(WITHOUT_RECORD, OF_A_PERSON, OF_A_UNITS_PEOPLE)
                .flatMap(part -> part.keySet().stream()))
        .containsExactlyInAnyOrder(IdentityOperation.values());
  }

  @TestFactory
  Stream<DynamicNode> operationsWithoutARecord() {
    return matrix(WITHOUT_RECORD, NONE);
  }

  @TestFactory
  Stream<DynamicNode> operationsOnAPerson() {
    return matrix(OF_A_PERSON, ALL);
  }

  @TestFactory
  Stream<DynamicNode> operationsOnAUnitsPeople() {
    return matrix(OF_A_UNITS_PEOPLE, OTHERS);
  }

  private static Stream<DynamicNode> matrix(
      Map<IdentityOperation, Map<String, Set<Relation>>> allowed, Set<Relation> relations) {
    return RefusalMatrix.of(allowed.keySet(), ROLES.keySet(), relations, allowed)
        .tests(
            (operation, role, relation) ->
                permitted(send(operation, Objects.requireNonNull(ROLES.get(role)), relation)));
  }

  private static boolean permitted(Response answer) {
    assertThat(answer.statusCode()).isLessThan(500);
    return !Set.of(401, 403, 404).contains(answer.statusCode());
  }

  /** Sent so that it would do no harm where it is permitted. */
  private static Response send(IdentityOperation operation, Persona who, Relation relation) {
    String person = "/v1/staff/" + person(who, relation);
    String agency = "/v1/agencies/" + Persona.LEGAL_AID;
    String theirs = agency + "/people/" + DEMO_PERSON;
    return switch (operation) {
      case VIEW_ME -> Http.as(who).get("/v1/me");
      case LIST_DISTRICTS -> Http.as(who).get("/v1/districts");
      case LIST_UNITS -> Http.as(who).get("/v1/units");
      case LIST_STAFF ->
          Http.as(who)
              .queryParam(
                  "unitId", relation == Relation.OTHER_UNIT ? Persona.MARDAN : Persona.PESHAWAR)
              .get("/v1/staff");
      case LIST_SUPERVISORS -> Http.as(who).get("/v1/units/" + Persona.MARDAN + "/supervisors");
      case VIEW_STAFF -> Http.as(who).get(person);
      case ENROL_STAFF ->
          Http.creating(who, Enrolment.socialWorkerOfPeshawar("gulalai.peshawar"))
              .post("/v1/staff");
      case ASSIGN_STAFF ->
          Http.sending(who, "{\"roles\":[\"auditor\"]}")
              .header("If-Match", "\"v999\"")
              .put(person + "/assignment");
      case DEACTIVATE_STAFF ->
          Http.as(who).header("If-Match", "\"v999\"").post(person + "/deactivation");
      case REACTIVATE_STAFF ->
          Http.as(who).header("If-Match", "\"v999\"").post(person + "/reactivation");
      case RENAME_STAFF ->
          Http.sending(who, "{\"givenName\":\"a\",\"familyName\":\"b\"}")
              .header("If-Match", "\"v999\"")
              .put(person + "/name");
      case ISSUE_TEMPORARY_PASSWORD ->
          Http.sending(who, "{\"alsoSecondFactor\":false}").post(person + "/temporary-password");
      case LIST_CERTIFICATES -> Http.as(who).get(person + "/certificates");
      case AWARD_CERTIFICATE ->
          Http.creating(
                  who,
                  """
                  {"level":1,"number":"1","issuedOn":"2999-01-01","validTo":"2999-02-01","issuer":"x"}
                  """)
              .post(person + "/certificates");
      case LIST_AGENCIES -> Http.as(who).get("/v1/agencies");
      case VIEW_AGENCY -> Http.as(who).get(agency);
      case REGISTER_AGENCY ->
          Http.creating(
                  who,
                  """
                  {"name":{"en":"a","ur":"b","ps":"c"},"kind":"ngo","districtCodes":["atlantis"]}
                  """)
              .post("/v1/agencies");
      case LIST_AGENCY_SYSTEMS -> Http.as(who).get(agency + "/systems");
      case REGISTER_AGENCY_SYSTEM ->
          Http.creating(who, "{\"clientId\":\"gateway\",\"jwks\":{\"keys\":[]}}")
              .post(agency + "/systems");
      case LIST_AGENCY_PEOPLE -> Http.as(who).get(agency + "/people");
      case LIST_LISTED_PEOPLE -> Http.as(who).get(agency + "/listed-people");
      case ENROL_AGENCY_PERSON ->
          Http.creating(who, "{\"username\":\"zubaida.legalaid\",\"name\":\"x\"}")
              .post(agency + "/people");
      case DEACTIVATE_AGENCY_PERSON ->
          Http.as(who).header("If-Match", "\"v999\"").post(theirs + "/deactivation");
      case SHOW_AGENCY_PERSON ->
          Http.sending(who, "{}").header("If-Match", "\"v999\"").put(theirs + "/shown-as");
      case REACTIVATE_AGENCY_PERSON ->
          Http.as(who).header("If-Match", "\"v999\"").post(theirs + "/reactivation");
      case ISSUE_AGENCY_PASSWORD ->
          Http.sending(who, "{\"alsoSecondFactor\":false}").post(theirs + "/temporary-password");
      case REPLACE_AGENCY_SYSTEM_KEYS ->
          Http.sending(who, "{\"jwks\":{\"keys\":[]}}")
              .put(agency + "/systems/" + new UUID(0, 0) + "/keys");
      case LIMIT_AGENCY_SYSTEM ->
          Http.sending(who, "{\"scopes\":[],\"districtCodes\":[],\"categories\":[]}")
              .put(agency + "/systems/" + new UUID(0, 0) + "/limits");
    };
  }

  /** Whoever has no unit stands to all others as to another unit's. */
  private static UUID person(Persona who, Relation relation) {
    return switch (relation) {
      case OWN -> who.staffId().orElse(Persona.COLLEAGUE.staffId().orElseThrow());
      case SAME_UNIT -> Persona.COLLEAGUE.staffId().orElseThrow();
      case OTHER_UNIT -> Persona.OTHER_UNIT_SOCIAL_WORKER.staffId().orElseThrow();
      case NONE, REFERRED_IN, SEALED -> new UUID(0, 0);
    };
  }

  private static Map<String, Set<Relation>> all(List<String> roles, Set<Relation> relations) {
    return roles.stream().collect(Collectors.toMap(role -> role, role -> relations));
  }

  private static Map<String, Set<Relation>> with(
      Map<String, Set<Relation>> rule, String role, Set<Relation> relations) {
    Map<String, Set<Relation>> more = new HashMap<>(rule);
    more.put(role, relations);
    return more;
  }
}
