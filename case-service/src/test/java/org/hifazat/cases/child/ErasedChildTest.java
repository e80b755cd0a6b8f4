package org.hifazat.cases.child;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.CaseRequests;
import org.hifazat.cases.Directory;
import org.hifazat.cases.Requests;
import org.hifazat.cases.export.Exports;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

/** One child whose key was destroyed keeps nobody's list from being read. */
@HifazatTest(service = "cases")
class ErasedChildTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final Persona BOSS = Persona.SUPERVISOR;
  private static final String NINE = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";

  @Inject DataSource database;
  @Inject FieldCipher cipher;

  @Test
  void everyListGoesOnAndShowsTheErasedCaseByItsNumberOnly() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
    String erased = Requests.openCase(WORKER, "Wranga", NINE);
    String beside = Requests.openCase(WORKER, "Wranga", NINE);
    String number =
        Backstage.texts("select number from case_file where id = ?::uuid", erased).getFirst();
    UUID child =
        UUID.fromString(
            Backstage.texts("select child_id from case_file where id = ?::uuid", erased)
                .getFirst());
    CaseRequests.ask(Persona.PROTECTION_OFFICER, number, "").then().statusCode(201);
    QuarkusTransaction.requiringNew().run(() -> cipher.destroy(child));

    String line = "items.find { it.id == '%s' }.".formatted(erased);
    String other = "items.find { it.id == '%s' }.".formatted(beside);
    for (Persona persona : new Persona[] {WORKER, BOSS}) {
      as(persona)
          .get("/v1/cases?limit=100")
          .then()
          .statusCode(200)
          .body(line + "erased", equalTo(true))
          .body(line + "number", equalTo(number))
          .body(line + "displayName", nullValue())
          .body(other + "erased", equalTo(false))
          .body(other + "displayName", equalTo("Wranga"));
    }
    as(WORKER)
        .body("{\"names\":{\"given\":\"Wranga\"}}")
        .post("/v1/child-searches")
        .then()
        .statusCode(200)
        .body("matches.caseNumber", hasItem(number))
        .body("matches.find { it.caseNumber == '%s' }.displayName".formatted(number), nullValue())
        .body("matches.find { it.caseId == '%s' }.displayName".formatted(beside), notNullValue());
    for (String list :
        new String[] {
          "/v1/concern-reports",
          "/v1/duplicates",
          "/v1/approvals",
          "/v1/tasks",
          "/v1/emergency-accesses",
          "/v1/cases/" + erased + "/timeline"
        }) {
      as(BOSS).get(list).then().statusCode(200);
    }
    String asked = "items.find { it.caseNumber == '%s' }.words".formatted(number);
    CaseRequests.list(BOSS, "in").then().statusCode(200).body(asked, equalTo(""));
    CaseRequests.list(Persona.PROTECTION_OFFICER, "out")
        .then()
        .statusCode(200)
        .body(asked, equalTo(""));
    Exports.ofList(BOSS, "cases").then().statusCode(200);
    // Whoever asks for that child alone is told why there is nothing.
    as(BOSS).get("/v1/cases/" + erased).then().statusCode(404).body("code", equalTo("erased"));
    Exports.ofCase(BOSS, erased).then().statusCode(404);
  }
}
