package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;
import static org.hifazat.cases.Requests.noConcern;
import static org.hifazat.cases.Requests.report;
import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.RefusalMatrix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation × role × relation: asked of the policy, and with real tokens over HTTP. */
@HifazatTest(service = "cases")
class RefusalMatrixTest {
  private static final Map<String, Persona> ROLES = roles();

  private static final Map<String, Set<Relation>> UNIT_STAFF =
      Map.of(
          "social-worker", Set.of(NONE),
          "protection-officer", Set.of(NONE),
          "supervisor", Set.of(NONE));

  private static final Map<String, Set<Relation>> STAFF_AND_HELPLINE =
      Map.of(
          "social-worker", Set.of(NONE),
          "protection-officer", Set.of(NONE),
          "supervisor", Set.of(NONE),
          "helpline-operator", Set.of(NONE));

  private static final Map<String, Set<Relation>> STAFF_AND_PSYCHOLOGIST =
      Map.of(
          "social-worker", Set.of(NONE),
          "protection-officer", Set.of(NONE),
          "supervisor", Set.of(NONE),
          "psychologist", Set.of(NONE));

  private static final Map<String, Set<Relation>> CASE =
      Map.of(
          "social-worker", Set.of(OWN),
          "protection-officer", Set.of(OWN),
          "psychologist", Set.of(OWN),
          "supervisor", Set.of(OWN, SAME_UNIT));

  /** What may be done, written by hand and not read from the rules. */
  private static final Map<CaseOperation, Map<String, Set<Relation>>> ALLOWED =
      Map.ofEntries(
          Map.entry(CaseOperation.RECORD_CONCERN_REPORT, STAFF_AND_HELPLINE),
          Map.entry(CaseOperation.LIST_CONCERN_REPORTS, STAFF_AND_HELPLINE),
          Map.entry(
              CaseOperation.VIEW_CONCERN_REPORT,
              Map.of(
                  "social-worker", Set.of(OWN, SAME_UNIT),
                  "protection-officer", Set.of(OWN, SAME_UNIT),
                  "supervisor", Set.of(OWN, SAME_UNIT),
                  "helpline-operator", Set.of(OWN))),
          Map.entry(
              CaseOperation.TRIAGE_CONCERN_REPORT,
              Map.of(
                  "social-worker", Set.of(SAME_UNIT),
                  "protection-officer", Set.of(SAME_UNIT),
                  "supervisor", Set.of(SAME_UNIT))),
          Map.entry(CaseOperation.SEARCH_CHILDREN, UNIT_STAFF),
          Map.entry(CaseOperation.LIST_CASES, STAFF_AND_PSYCHOLOGIST),
          Map.entry(CaseOperation.VIEW_CASE, CASE),
          Map.entry(CaseOperation.RECORD_CONSENT, CASE),
          Map.entry(CaseOperation.LIST_OWN_TASKS, STAFF_AND_PSYCHOLOGIST),
          Map.entry(CaseOperation.COMPLETE_TASK, CASE),
          Map.entry(
              CaseOperation.LIST_CODES,
              Map.of(
                  "social-worker", Set.of(NONE),
                  "protection-officer", Set.of(NONE),
                  "supervisor", Set.of(NONE),
                  "psychologist", Set.of(NONE),
                  "helpline-operator", Set.of(NONE))));

  @Inject DataSource database;
  @Inject Access access;
  @Inject CallerContext callers;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void theTableNamesEveryOperationAndTheRealmsEveryRole() {
    assertThat(ALLOWED).containsOnlyKeys(CaseOperation.values());
    assertThat(ROLES)
        .containsOnlyKeys(
            "helpline-operator",
            "social-worker",
            "protection-officer",
            "psychologist",
            "supervisor",
            "commission-monitor",
            "commission-admin",
            "auditor",
            "partner-worker",
            "partner-system");
  }

  @TestFactory
  Stream<DynamicNode> thePolicyRefusesWhatIsNotListed() {
    return RefusalMatrix.of(
            List.of(CaseOperation.values()), ROLES.keySet(), List.of(Relation.values()), ALLOWED)
        .tests(
            (operation, role, relation) ->
                callers.as(
                    new Caller(
                        role,
                        Optional.of(UUID.randomUUID()),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(role)),
                    () -> access.permits(operation, relation)));
  }

  @TestFactory
  Stream<DynamicNode> overHttpWhatIsNotListedIsRefusedToo() {
    List<CaseOperation> general = new ArrayList<>();
    List<CaseOperation> ofRecords = new ArrayList<>();
    for (CaseOperation operation : CaseOperation.values()) {
      boolean withoutRecord =
          Objects.requireNonNull(ALLOWED.get(operation)).values().stream()
              .allMatch(relations -> relations.contains(NONE));
      (withoutRecord ? general : ofRecords).add(operation);
    }
    return Stream.concat(
        RefusalMatrix.of(general, ROLES.keySet(), List.of(NONE), only(general))
            .tests(this::permitted),
        RefusalMatrix.of(
                ofRecords,
                ROLES.keySet(),
                Arrays.stream(Relation.values()).filter(relation -> relation != NONE).toList(),
                only(ofRecords))
            .tests(this::permitted));
  }

  private static Map<CaseOperation, Map<String, Set<Relation>>> only(
      List<CaseOperation> operations) {
    Map<CaseOperation, Map<String, Set<Relation>>> some = new LinkedHashMap<>(ALLOWED);
    some.keySet().retainAll(operations);
    return some;
  }

  private boolean permitted(CaseOperation operation, String role, Relation relation) {
    Persona persona = Objects.requireNonNull(ROLES.get(role), role);
    Response response = attempt(operation, persona, relation);
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return true;
    }
    if (status == 403 || status == 404 || (status == 401 && persona == Persona.PARTNER_SYSTEM)) {
      return false;
    }
    throw new AssertionError(operation + " answered " + status + " " + response.asString());
  }

  private Response attempt(CaseOperation operation, Persona persona, Relation relation) {
    Instant now = Instant.now().minusSeconds(1);
    return switch (operation) {
      case RECORD_CONCERN_REPORT -> Requests.record(persona, report("peshawar", now));
      case LIST_CONCERN_REPORTS -> as(persona).get("/v1/concern-reports");
      case VIEW_CONCERN_REPORT ->
          as(persona).get("/v1/concern-reports/" + reportOf(persona, relation));
      case TRIAGE_CONCERN_REPORT ->
          Requests.triage(persona, reportOf(persona, relation), "\"v0\"", noConcern("None."));
      case SEARCH_CHILDREN ->
          as(persona).body("{\"names\":{\"given\":\"Nobody\"}}").post("/v1/child-searches");
      case LIST_CASES -> as(persona).get("/v1/cases");
      case VIEW_CASE -> as(persona).get("/v1/cases/" + caseOf(persona, relation));
      case RECORD_CONSENT ->
          consent(persona, caseOf(persona, relation), consent("photo", "court", now, ""));
      case LIST_OWN_TASKS -> as(persona).get("/v1/tasks");
      case COMPLETE_TASK -> completion(persona, caseOf(persona, relation), now);
      case LIST_CODES -> as(persona).get("/v1/code-lists/channel");
    };
  }

  private static Response completion(Persona persona, String caseId, Instant at) {
    String task = Backstage.texts("select id from task where case_id = ?::uuid", caseId).getFirst();
    return as(persona)
        .header("If-Match", "\"v0\"")
        .body("{\"happenedAt\":\"" + at + "\"}")
        .post("/v1/tasks/" + task + "/completion");
  }

  /** A report of no unit near the persona, unless the relation says so. */
  private static String reportOf(Persona persona, Relation relation) {
    String id =
        Requests.record(Persona.SOCIAL_WORKER, report("peshawar", Instant.now().minusSeconds(60)))
            .path("id");
    Backstage.execute(
        "update concern_report set taken_by = ?, unit_id = ? where id = ?::uuid",
        relation == OWN ? persona.staffId().orElse(UUID.randomUUID()) : UUID.randomUUID(),
        relation == SAME_UNIT ? persona.unitId().orElse(UUID.randomUUID()) : UUID.randomUUID(),
        id);
    return id;
  }

  /** A case that stands to the persona as the relation says, with its first task. */
  private static String caseOf(Persona persona, Relation relation) {
    String id =
        Requests.openCase(
            Persona.SOCIAL_WORKER, "Matrix", "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"");
    UUID owner = relation == OWN ? persona.staffId().orElse(UUID.randomUUID()) : UUID.randomUUID();
    UUID unit =
        relation == OWN || relation == SAME_UNIT
            ? persona.unitId().orElse(UUID.randomUUID())
            : UUID.randomUUID();
    Backstage.execute(
        "update case_file set owner_id = ?, unit_id = ? where id = ?::uuid", owner, unit, id);
    Backstage.execute(
        "update task set owner_id = ?, unit_id = ? where case_id = ?::uuid", owner, unit, id);
    return id;
  }

  /** Each role of the realm, by a persona who has no other. */
  private static Map<String, Persona> roles() {
    Map<String, Persona> roles = new LinkedHashMap<>();
    for (Persona persona : Persona.values()) {
      if (persona.roles().size() == 1) {
        roles.putIfAbsent(persona.roles().getFirst(), persona);
      }
    }
    return roles;
  }
}
