package org.hifazat.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.assessment.Backstage.audit;
import static org.hifazat.assessment.Backstage.openCase;
import static org.hifazat.assessment.Requests.as;
import static org.hifazat.assessment.Requests.begin;
import static org.hifazat.assessment.Requests.complete;
import static org.hifazat.assessment.Requests.discard;
import static org.hifazat.assessment.Requests.drafts;
import static org.hifazat.assessment.Requests.matrixDraft;
import static org.hifazat.assessment.Requests.save;
import static org.hifazat.assessment.Requests.start;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Assessments are saved as they are answered, and end as one, or with a reason. */
@HifazatTest(service = "assessments")
class DraftTest {

  private static final Persona WORKER = Persona.SOCIAL_WORKER;

  @Test
  void whatIsBegunIsSavedTakenUpAgainAndCompletedWithTheServersScore() {
    UUID caseId = openCase();
    String draft = matrixDraft(WORKER, caseId);
    String half = Filled.matrix(3, 2).without("/data/harm/severity").xml();
    save(WORKER, draft, 0, half)
        .then()
        .statusCode(200)
        .header("ETag", "\"v1\"")
        .body("state", equalTo("open"))
        .body("alarms", empty());
    as(Persona.SUPERVISOR)
        .get("/v1/assessment-drafts/" + draft)
        .then()
        .statusCode(200)
        .header("ETag", "\"v1\"")
        .header("Cache-Control", "no-store")
        .body("answersXml", equalTo(half));
    as(WORKER)
        .get(drafts(caseId))
        .then()
        .statusCode(200)
        .body("items.id", contains(draft))
        .body("items[0].etag", equalTo("\"v1\""))
        .body("items[0].answersXml", nullValue());
    complete(WORKER, draft, 1)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/submission/data/harm/severity"))
        .body("errors[0].code", equalTo("required"));
    save(WORKER, draft, 1, Filled.matrix(3, 2).claiming("0", "low").xml()).then().statusCode(200);
    UUID key = UUID.randomUUID();
    Response done = complete(WORKER, draft, 2, key);
    done.then()
        .statusCode(201)
        .body("riskLevel", equalTo("high"))
        .body("score", equalTo(6))
        .body("respondent", equalTo("worker"))
        .body("purpose", equalTo("risk"))
        .body("occasionId", equalTo(draft))
        .body("claimedScoreRejected", equalTo(true));
    assertThat(complete(WORKER, draft, 2, key).path("id").toString())
        .as("the same request again")
        .isEqualTo(done.path("id"));
    as(WORKER)
        .get("/v1/assessment-drafts/" + draft)
        .then()
        .body("state", equalTo("completed"))
        .body("assessmentId", equalTo(done.path("id")))
        .body("answersXml", nullValue());
    as(WORKER).get(drafts(caseId)).then().body("items", empty());
    save(WORKER, draft, 3, half).then().statusCode(409).body("code", equalTo("draft-ended"));
    assertThat(audit("COMPLETE_DRAFT", draft))
        .containsExactly("performed case:" + caseId + " assessment:" + done.path("id"));
  }

  @Test
  void twoWhoSaveAtOnceAreToldApartAndTheSecondSeesBoth() {
    String draft = matrixDraft(WORKER, openCase());
    String mine = Filled.matrix(1, 1).xml();
    save(WORKER, draft, 0, mine).then().statusCode(200);
    save(Persona.SUPERVISOR, draft, 0, Filled.matrix(2, 2).xml())
        .then()
        .statusCode(412)
        .body("code", equalTo("stale"));
    as(Persona.SUPERVISOR)
        .get("/v1/assessment-drafts/" + draft)
        .then()
        .header("ETag", "\"v1\"")
        .body("answersXml", equalTo(mine));
    complete(WORKER, draft, 0).then().statusCode(412);
    as(WORKER)
        .body(Requests.body(Map.of("answersXml", mine)))
        .put("/v1/assessment-drafts/" + draft)
        .then()
        .statusCode(428);
  }

  @Test
  void aDraftIsGivenUpWithAReasonAndItsAnswersAreGone() {
    UUID caseId = openCase();
    String draft = matrixDraft(WORKER, caseId);
    String written = "Gulmina hid in the store room";
    save(WORKER, draft, 0, Filled.matrix(1, 1).with("/data/harm/harm_basis", written).xml())
        .then()
        .statusCode(200);
    assertThat(rows()).as("while it is open").noneMatch(row -> row.contains("Gulmina"));
    discard(WORKER, draft, 1, " ").then().statusCode(400);
    discard(WORKER, draft, 1, "The mother asked to stop; Gulmina was tired")
        .then()
        .statusCode(200)
        .body("state", equalTo("discarded"))
        .body("answersXml", nullValue());
    as(Persona.SUPERVISOR)
        .get(drafts(caseId) + "?state=discarded")
        .then()
        .statusCode(200)
        .body("items.id", contains(draft))
        .body("items[0].discardReason", equalTo("The mother asked to stop; Gulmina was tired"))
        .body("items[0].savedBy", equalTo(Backstage.staff(WORKER).toString()));
    as(WORKER).get(drafts(caseId) + "?state=completed").then().statusCode(400);
    assertThat(rows()).as("when it was given up").noneMatch(row -> row.contains("Gulmina"));
    assertThat(
            Backstage.texts(
                "select answers from assessment_draft where id = ?", UUID.fromString(draft)))
        .containsOnlyNulls();
    complete(WORKER, draft, 2).then().statusCode(409).body("code", equalTo("draft-ended"));
    discard(WORKER, draft, 2, "Once more").then().statusCode(409);
    assertThat(Backstage.count("select count(*) from assessment where case_id = ?", caseId))
        .isZero();
  }

  private static Stream<String> rows() {
    return Backstage.texts("select t::text from assessment_draft t").stream();
  }

  static Stream<Arguments> notOfThisForm() {
    return Stream.of(
        Arguments.of(
            Filled.matrix(1, 1).xml("id=\"kp-risk-matrix\" version=\"2\""), "wrong-version"),
        Arguments.of(Filled.matrix(1, 1).xml("id=\"other\" version=\"1\""), "wrong-form"),
        Arguments.of(
            "<!DOCTYPE data [<!ENTITY a \"b\">]>" + Filled.matrix(1, 1).xml(),
            "document-type-forbidden"),
        Arguments.of("<data id=\"kp-risk-matrix\" version=\"1\"", "not-well-formed"),
        Arguments.of(Filled.matrix(1, 1).with("/data/secret", "1").xml(), "unknown-node"),
        Arguments.of(
            Filled.matrix(1, 1).with("/data/child_seen", "perhaps").xml(), "unknown-choice"));
  }

  @ParameterizedTest
  @MethodSource("notOfThisForm")
  void whatIsNoneOfThisFormIsNotSaved(String xml, String code) {
    String draft = DRAFT_FOR_REFUSALS.get();
    save(WORKER, draft, 0, xml)
        .then()
        .statusCode(422)
        .body("code", equalTo("submission-refused"))
        .body("errors[0].code", equalTo(code));
    as(WORKER)
        .get("/v1/assessment-drafts/" + draft)
        .then()
        .header("ETag", "\"v0\"")
        .body("answersXml", nullValue());
  }

  private static final Supplier<String> DRAFT_FOR_REFUSALS =
      new Supplier<>() {
        private String draft = "";

        @Override
        public String get() {
          if (draft.isEmpty()) {
            draft = matrixDraft(WORKER, openCase());
          }
          return draft;
        }
      };

  @Test
  void anAnswerToWhatWasNotAskedGoesBackInsteadOfBeingDropped() {
    UUID caseId = openCase();
    String draft = matrixDraft(WORKER, caseId);
    String xml =
        Filled.matrix(1, 1).with("/data/danger/red_flag_basis", "Somebody saw something").xml();
    save(WORKER, draft, 0, xml).then().statusCode(200);
    complete(WORKER, draft, 1)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/submission/data/danger/red_flag_basis"))
        .body("errors[0].code", equalTo("not-relevant"));
  }

  @Test
  void eachRespondentOfAnOccasionAnswersApart() {
    UUID caseId = openCase();
    String first = matrixDraft(WORKER, caseId);
    save(WORKER, first, 0, Filled.matrix(2, 2).xml()).then().statusCode(200);
    Map<String, Object> second = begin(Filled.ID, "worker");
    second.put("occasionId", first);
    Response begun = start(WORKER, caseId, second);
    begun.then().statusCode(201).body("occasionId", equalTo(first)).body("answersXml", nullValue());
    second.put("occasionId", UUID.randomUUID().toString());
    start(WORKER, caseId, second).then().statusCode(422).body("code", equalTo("occasion-unknown"));
    second.put("occasionId", first);
    start(WORKER, openCase(), second)
        .then()
        .statusCode(422)
        .body("code", equalTo("occasion-unknown"));
    start(WORKER, caseId, begin(Filled.ID, "child"))
        .then()
        .statusCode(422)
        .body("code", equalTo("wrong-respondent"));
    start(WORKER, caseId, begin("no-such-form", "worker"))
        .then()
        .statusCode(422)
        .body("code", equalTo("instrument-unknown"));
  }

  @Test
  void aClosedCaseIsNotGoneOnWith() {
    UUID caseId = openCase();
    String draft = matrixDraft(WORKER, caseId);
    save(WORKER, draft, 0, Filled.matrix(1, 1).xml()).then().statusCode(200);
    Backstage.execute("update known_case set state = 'closed' where case_id = ?", caseId);
    complete(WORKER, draft, 1).then().statusCode(409).body("code", equalTo("case-closed"));
    save(WORKER, draft, 1, Filled.matrix(1, 2).xml()).then().statusCode(409);
    start(WORKER, caseId, begin(Filled.ID, "worker")).then().statusCode(409);
    discard(WORKER, draft, 1, "The case ended before").then().statusCode(200);
  }
}
