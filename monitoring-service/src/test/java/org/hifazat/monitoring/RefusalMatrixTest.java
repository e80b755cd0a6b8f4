package org.hifazat.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hifazat.platform.security.Relation.NONE;

import io.restassured.RestAssured;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hifazat.monitoring.access.MonitoringOperation;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.RefusalMatrix;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation × role, with real tokens over HTTP: figures are for the Commission's monitors.
 */
@HifazatTest(service = "monitoring")
class RefusalMatrixTest {
  private static final Map<String, Persona> ROLES = roles();

  @TestFactory
  Stream<DynamicNode> whatIsNotListedIsRefused() {
    return RefusalMatrix.of(
            Set.of(MonitoringOperation.values()),
            ROLES.keySet(),
            List.of(NONE),
            Map.of(MonitoringOperation.VIEW_FIGURES, Map.of("commission-monitor", Set.of(NONE))))
        .tests((operation, role, relation) -> permitted(operation, role));
  }

  @Test
  void nobodyMeansNothingAtAll() {
    RestAssured.get("/v1/figures").then().statusCode(401).body(emptyString());
    Requests.as(Persona.NOBODY).get("/v1/figures").then().statusCode(401);
    Requests.as(Persona.PARTNER_SYSTEM).get("/v1/figures").then().statusCode(401);
  }

  @Test
  void theRefusalSaysNothingAndIsOnRecord() {
    Requests.as(Persona.COMMISSION_ADMIN)
        .get("/v1/figures")
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"))
        .body("traceId", matchesPattern("[0-9a-f]{32}"));
    assertThat(
            Backstage.count(
                "select count(*) from audit_record where outcome = 'refused' and operation ="
                    + " 'VIEW_FIGURES' and 'commission-admin' = any (actor_roles)"))
        .isPositive();
  }

  private static boolean permitted(MonitoringOperation operation, String role) {
    return switch (operation) {
      case VIEW_FIGURES -> {
        Persona persona = Objects.requireNonNull(ROLES.get(role));
        int figures = Requests.as(persona).get("/v1/figures").statusCode();
        assertThat(Requests.as(persona).get("/v1/figures/trend").statusCode()).isEqualTo(figures);
        assertThat(Requests.as(persona).get("/v1/figures/triage-times").statusCode())
            .isEqualTo(figures);
        assertThat(Requests.as(persona).get("/v1/figures/responses").statusCode())
            .isEqualTo(figures);
        assertThat(Requests.as(persona).get("/v1/figures/service-gaps").statusCode())
            .isEqualTo(figures);
        assertThat(figures).isIn(200, persona.isSystem() ? 401 : 403);
        yield figures == 200;
      }
    };
  }

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
