package org.hifazat.assessment;

import static org.hifazat.assessment.Requests.as;
import static org.hifazat.assessment.Requests.assessments;
import static org.hifazat.assessment.access.AssessmentOperation.CONDUCT_ASSESSMENT;
import static org.hifazat.assessment.access.AssessmentOperation.LIST_ASSESSMENTS;
import static org.hifazat.assessment.access.AssessmentOperation.LIST_INSTRUMENTS;
import static org.hifazat.assessment.access.AssessmentOperation.READ_ASSESSMENT;
import static org.hifazat.assessment.access.AssessmentOperation.READ_ASSESSMENT_ANSWERS;
import static org.hifazat.assessment.access.AssessmentOperation.READ_INSTRUMENT_FORM;
import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.OTHER_UNIT;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.REFERRED_IN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;
import static org.hifazat.platform.security.Relation.SEALED;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.RefusalMatrix;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every operation × role × relation, with real tokens over HTTP. */
@HifazatTest(service = "assessments")
class RefusalMatrixTest {

  private static final Map<String, Persona> ROLES = roles();

  /** What may be done, written by hand and not read from the rules. */
  private static final Map<String, Set<Relation>> OF_THE_CASE =
      Map.of(
          "social-worker", Set.of(OWN),
          "protection-officer", Set.of(OWN),
          "psychologist", Set.of(OWN),
          "supervisor", Set.of(OWN, SAME_UNIT));

  private static final Map<String, Set<Relation>> INSTRUMENTS =
      Map.of(
          "social-worker", Set.of(NONE),
          "protection-officer", Set.of(NONE),
          "psychologist", Set.of(NONE),
          "supervisor", Set.of(NONE),
          "commission-admin", Set.of(NONE));

  private final Map<String, Subject> subjects = new HashMap<>();

  /** A case, and an assessment of it, that stand to a role's persona as the relation says. */
  private record Subject(UUID caseId, String assessmentId) {}

  @TestFactory
  Stream<DynamicNode> whatIsNotListedIsRefused() {
    Map<AssessmentOperation, Map<String, Set<Relation>>> allowed =
        new EnumMap<>(AssessmentOperation.class);
    Set<AssessmentOperation> withoutRecord = EnumSet.noneOf(AssessmentOperation.class);
    for (AssessmentOperation operation : AssessmentOperation.values()) {
      switch (operation) {
        case LIST_INSTRUMENTS, READ_INSTRUMENT_FORM -> {
          withoutRecord.add(operation);
          allowed.put(operation, INSTRUMENTS);
        }
        case CONDUCT_ASSESSMENT, LIST_ASSESSMENTS, READ_ASSESSMENT, READ_ASSESSMENT_ANSWERS ->
            allowed.put(operation, OF_THE_CASE);
      }
    }
    Stream<DynamicNode> general =
        RefusalMatrix.of(
                withoutRecord,
                ROLES.keySet(),
                List.of(NONE),
                Map.of(LIST_INSTRUMENTS, INSTRUMENTS, READ_INSTRUMENT_FORM, INSTRUMENTS))
            .tests(this::permitted);
    Set<AssessmentOperation> ofRecords = EnumSet.complementOf(EnumSet.copyOf(withoutRecord));
    allowed.keySet().removeAll(withoutRecord);
    Stream<DynamicNode> special =
        RefusalMatrix.of(
                ofRecords,
                ROLES.keySet(),
                List.of(OWN, SAME_UNIT, REFERRED_IN, OTHER_UNIT, SEALED),
                allowed)
            .tests(this::permitted);
    return Stream.concat(general, special);
  }

  private boolean permitted(AssessmentOperation operation, String role, Relation relation) {
    Persona persona = persona(role);
    Response response = attempt(operation, persona, role, relation);
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return true;
    }
    if (status == 403 || status == 404 || (status == 401 && persona == Persona.PARTNER_SYSTEM)) {
      return false;
    }
    throw new AssertionError(operation + " answered " + status);
  }

  private Response attempt(
      AssessmentOperation operation, Persona persona, String role, Relation relation) {
    return switch (operation) {
      case LIST_INSTRUMENTS -> as(persona).get("/v1/instruments");
      case READ_INSTRUMENT_FORM ->
          as(persona).get("/v1/instruments/kp-risk-matrix/versions/1/form");
      case CONDUCT_ASSESSMENT ->
          Requests.conduct(persona, subject(role, relation).caseId(), Filled.matrix(1, 1));
      case LIST_ASSESSMENTS -> as(persona).get(assessments(subject(role, relation).caseId()));
      case READ_ASSESSMENT ->
          as(persona).get("/v1/assessments/" + subject(role, relation).assessmentId());
      case READ_ASSESSMENT_ANSWERS ->
          as(persona).get("/v1/assessments/" + subject(role, relation).assessmentId() + "/answers");
    };
  }

  private static Persona persona(String role) {
    return Objects.requireNonNull(ROLES.get(role), role);
  }

  /** Assessed by Mardan's worker, then handed to whom the relation says. */
  private Subject subject(String role, Relation relation) {
    return subjects.computeIfAbsent(role + relation, key -> arrange(role, relation));
  }

  private static Subject arrange(String role, Relation relation) {
    UUID mardan = UUID.fromString(Persona.MARDAN);
    UUID assessor = Persona.OTHER_UNIT_SOCIAL_WORKER.staffId().orElseThrow();
    UUID caseId = Backstage.openCase(assessor, mardan);
    String assessment =
        Requests.conduct(Persona.OTHER_UNIT_SOCIAL_WORKER, caseId, Filled.matrix(1, 1)).path("id");
    Persona persona = persona(role);
    UUID someone = UUID.randomUUID();
    UUID unit = persona.unitId().orElse(UUID.fromString(Persona.PESHAWAR));
    switch (relation) {
      case OWN -> Backstage.hand(caseId, persona.staffId().orElse(someone), unit);
      case SAME_UNIT -> Backstage.hand(caseId, someone, unit);
      case NONE, REFERRED_IN, OTHER_UNIT, SEALED ->
          Backstage.hand(caseId, someone, UUID.randomUUID());
    }
    return new Subject(caseId, assessment);
  }

  /** Each role of the realm, by a persona who has no other. */
  private static Map<String, Persona> roles() {
    Map<String, Persona> roles = new LinkedHashMap<>();
    for (Persona persona : Persona.values()) {
      List<String> had = new ArrayList<>(persona.roles());
      if (had.size() == 1) {
        roles.putIfAbsent(had.getFirst(), persona);
      }
    }
    return roles;
  }
}
