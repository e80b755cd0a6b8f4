package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.platform.security.Relation.NONE;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.export.ExportMatrix;
import org.hifazat.cases.people.PeopleMatrix;
import org.hifazat.cases.takeover.TakeoverMatrix;
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

  /** A rule of casework or an older version refused it: who asks had been let through. */
  private static final Set<Integer> LET_THROUGH = Set.of(409, 412, 422);

  /** What may be done, written by hand and not read from the rules; one list per feature. */
  private static final List<MatrixRow> ROWS =
      Stream.of(
              ConcernMatrix.rows(),
              CaseMatrix.rows(),
              TaskMatrix.rows(),
              PolicyMatrix.rows(),
              LifecycleMatrix.rows(),
              PaperMatrix.rows(),
              PeopleMatrix.rows(),
              TwinMatrix.rows(),
              PlanMatrix.rows(),
              TimelineMatrix.rows(),
              ExportMatrix.rows(),
              TakeoverMatrix.rows(),
              MoveMatrix.rows())
          .flatMap(List::stream)
          .toList();

  private static final Map<CaseOperation, Map<String, Set<Relation>>> ALLOWED =
      ROWS.stream().collect(Collectors.toMap(MatrixRow::operation, MatrixRow::allowed));

  private static final Map<CaseOperation, MatrixRow.Attempt> ATTEMPTS =
      ROWS.stream().collect(Collectors.toMap(MatrixRow::operation, MatrixRow::attempt));

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
    MatrixRow.Attempt attempt = Objects.requireNonNull(ATTEMPTS.get(operation));
    Response response = attempt.by(persona, relation);
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
