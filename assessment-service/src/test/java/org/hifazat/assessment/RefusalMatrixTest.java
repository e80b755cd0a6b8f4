package org.hifazat.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.platform.security.Relation.NONE;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.RefusalMatrix;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation × role × relation, with real tokens over HTTP. */
@HifazatTest(service = "assessments")
class RefusalMatrixTest {

  private static final Map<String, Persona> ROLES = roles();

  /** A rule of the work or an older version refused it: who asks had been let through. */
  private static final Set<Integer> LET_THROUGH = Set.of(409, 412, 422);

  /** What may be done, written by hand and not read from the rules; one list per feature. */
  private static final List<MatrixRow> ROWS =
      Stream.of(
              InstrumentMatrix.rows(),
              CatalogueMatrix.rows(),
              OpenRosaMatrix.rows(),
              ConductingMatrix.rows(),
              DraftMatrix.rows(),
              DueMatrix.rows(),
              OverTimeMatrix.rows(),
              ResponseMatrix.rows())
          .flatMap(List::stream)
          .toList();

  private static final Map<AssessmentOperation, Map<String, Set<Relation>>> ALLOWED =
      ROWS.stream().collect(Collectors.toMap(MatrixRow::operation, MatrixRow::allowed));

  private static final Map<AssessmentOperation, MatrixRow.Attempt> ATTEMPTS =
      ROWS.stream().collect(Collectors.toMap(MatrixRow::operation, MatrixRow::attempt));

  @Test
  void theTableNamesEveryOperation() {
    assertThat(ALLOWED).containsOnlyKeys(AssessmentOperation.values());
  }

  @TestFactory
  Stream<DynamicNode> whatIsNotListedIsRefused() {
    List<AssessmentOperation> general = new ArrayList<>();
    List<AssessmentOperation> ofRecords = new ArrayList<>();
    for (AssessmentOperation operation : AssessmentOperation.values()) {
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

  private static Map<AssessmentOperation, Map<String, Set<Relation>>> only(
      List<AssessmentOperation> operations) {
    Map<AssessmentOperation, Map<String, Set<Relation>>> some = new LinkedHashMap<>(ALLOWED);
    some.keySet().retainAll(operations);
    return some;
  }

  private boolean permitted(AssessmentOperation operation, String role, Relation relation) {
    Persona persona = Objects.requireNonNull(ROLES.get(role), role);
    Response response = Objects.requireNonNull(ATTEMPTS.get(operation)).by(persona, relation);
    int status = response.statusCode();
    if ((status >= 200 && status < 300) || LET_THROUGH.contains(status)) {
      return true;
    }
    if (status == 403 || status == 404 || (status == 401 && persona == Persona.PARTNER_SYSTEM)) {
      return false;
    }
    throw new AssertionError(operation + " answered " + status + " " + response.asString());
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
