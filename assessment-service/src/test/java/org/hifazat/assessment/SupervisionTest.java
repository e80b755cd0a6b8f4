package org.hifazat.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.assessment.Backstage.openCase;
import static org.hifazat.assessment.Backstage.openCaseOf;
import static org.hifazat.assessment.Backstage.staff;
import static org.hifazat.assessment.Requests.as;
import static org.hifazat.assessment.Requests.begin;
import static org.hifazat.assessment.Requests.complete;
import static org.hifazat.assessment.Requests.countersign;
import static org.hifazat.assessment.Requests.save;
import static org.hifazat.assessment.Requests.start;

import java.util.Map;
import java.util.UUID;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clinical instruments are a psychologist's, or used under a psychologist's supervision. */
@HifazatTest(service = "assessments")
class SupervisionTest {

  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final String PHQ = "phq-a";

  @BeforeAll
  static void theDirectoryTold() {
    Backstage.enrol(Persona.PSYCHOLOGIST);
    Backstage.enrol(Persona.COLLEAGUE);
  }

  @Test
  void aWorkerNamesThePsychologistWhoSignsAfterwards() {
    UUID caseId = openCaseOf("12-14");
    as(WORKER)
        .get("/v1/cases/" + caseId + "/psychologists")
        .then()
        .statusCode(200)
        .body("items.staffId", contains(staff(Persona.PSYCHOLOGIST).toString()));
    String id = conducted(caseId, Filled.phq("2", "0"));
    as(WORKER)
        .get("/v1/assessments/" + id)
        .then()
        .body("purpose", equalTo("depression"))
        .body("band", equalTo("moderately-severe"))
        .body("score", equalTo(16))
        .body("riskLevel", nullValue())
        .body("countersignature.state", equalTo("waiting"));
    as(Persona.PSYCHOLOGIST)
        .get("/v1/countersignatures")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
    as(Persona.PSYCHOLOGIST).get("/v1/assessments/" + id + "/answers").then().statusCode(200);
    countersign(WORKER, id, "agreed").then().statusCode(403);
    countersign(Persona.PSYCHOLOGIST, id, "agreed")
        .then()
        .statusCode(201)
        .header("ETag", "\"v2\"")
        .body("countersignature.state", equalTo("agreed"))
        .body("countersignature.psychologistId", equalTo(staff(Persona.PSYCHOLOGIST).toString()));
    as(WORKER)
        .get("/v1/assessments/" + id)
        .then()
        .body("countersignature.note", equalTo("Read with the worker."));
    as(WORKER)
        .get(Requests.assessments(caseId))
        .then()
        .body("items[0].countersignature.note", nullValue());
    countersign(Persona.PSYCHOLOGIST, id, "not-agreed")
        .then()
        .statusCode(409)
        .body("code", equalTo("already-countersigned"));
    as(Persona.PSYCHOLOGIST).get("/v1/countersignatures").then().body("items.id", not(hasItem(id)));
    assertThat(Backstage.texts("select t::text from countersignature t"))
        .noneMatch(row -> row.contains("Read with"));
  }

  private static String conducted(UUID caseId, Filled filled) {
    Map<String, Object> fields = begin(PHQ, "child");
    fields.put("supervisedBy", staff(Persona.PSYCHOLOGIST).toString());
    String draft = start(WORKER, caseId, fields).then().statusCode(201).extract().path("id");
    save(WORKER, draft, 0, filled.of(PHQ)).then().statusCode(200);
    return complete(WORKER, draft, 1).then().statusCode(201).extract().path("id");
  }

  @Test
  void withoutSupervisionOnlyAPsychologistUsesIt() {
    UUID caseId = openCase();
    start(WORKER, caseId, begin(PHQ, "child"))
        .then()
        .statusCode(409)
        .body("code", equalTo("supervision-needed"));
    assertThat(Backstage.audit("START_DRAFT", caseId))
        .containsExactly("refused supervision-needed phq-a");
    for (Persona other : new Persona[] {Persona.COLLEAGUE, Persona.SUPERVISOR, WORKER}) {
      Map<String, Object> fields = begin(PHQ, "child");
      fields.put("supervisedBy", staff(other).toString());
      start(WORKER, caseId, fields)
          .then()
          .statusCode(422)
          .body("code", equalTo("not-a-psychologist"));
    }
    Backstage.hand(caseId, staff(Persona.PSYCHOLOGIST), UUID.fromString(Persona.PESHAWAR));
    start(Persona.PSYCHOLOGIST, caseId, begin(PHQ, "child"))
        .then()
        .statusCode(201)
        .body("supervisedBy", nullValue());
  }

  @Test
  void anInstrumentIsUsedAtTheAgesItIsMadeFor() {
    for (String tooYoung : new String[] {"0-5", "6-11"}) {
      UUID caseId = openCaseOf(tooYoung);
      Map<String, Object> fields = begin(PHQ, "child");
      fields.put("supervisedBy", staff(Persona.PSYCHOLOGIST).toString());
      int expected = tooYoung.equals("6-11") ? 201 : 422;
      start(WORKER, caseId, fields).then().statusCode(expected);
    }
    UUID grown = openCaseOf("18+");
    Map<String, Object> fields = begin(PHQ, "child");
    fields.put("supervisedBy", staff(Persona.PSYCHOLOGIST).toString());
    start(WORKER, grown, fields).then().statusCode(422).body("code", equalTo("outside-age-range"));
  }

  @Test
  void whatLeavesTooMuchOutIsKeptAndHasNoScore() {
    UUID caseId = openCaseOf("15-17");
    String id = conducted(caseId, Filled.phq("3", "3").without("/data/items/q4"));
    as(WORKER)
        .get("/v1/assessments/" + id)
        .then()
        .body("valid", equalTo(false))
        .body("band", equalTo("invalid"))
        .body("score", nullValue())
        .body("alarms.kind", contains("suicide"));
  }
}
