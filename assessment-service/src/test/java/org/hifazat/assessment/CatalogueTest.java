package org.hifazat.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hifazat.assessment.Catalogue.act;
import static org.hifazat.assessment.Catalogue.browserAgrees;
import static org.hifazat.assessment.Catalogue.draft;
import static org.hifazat.assessment.Requests.as;
import static org.hifazat.platform.testing.Persona.COMMISSION_ADMIN;
import static org.hifazat.platform.testing.Persona.SOCIAL_WORKER;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.api.Test;

/** An instrument's way from a draft to use and out of it again. */
@HifazatTest(service = "assessments")
class CatalogueTest {

  @Test
  void aDraftIsCheckedPublishedUsedAndRetired() {
    Catalogue.Files files = Catalogue.fresh();
    draft(COMMISSION_ADMIN, files)
        .then()
        .statusCode(201)
        .body("entry.state", equalTo("draft"))
        .body("findings.code", hasItem("browser-not-asked"));
    draft(COMMISSION_ADMIN, files).then().statusCode(201);
    as(SOCIAL_WORKER).get(instrument(files)).then().statusCode(404);
    act(COMMISSION_ADMIN, files, "publication", "{}")
        .then()
        .statusCode(409)
        .body("code", equalTo("instrument-not-checked"));

    act(COMMISSION_ADMIN, files, "checking", browserAgrees())
        .then()
        .statusCode(200)
        .body("entry.state", equalTo("checked"))
        .body("findings", empty());
    act(COMMISSION_ADMIN, files, "publication", "{}")
        .then()
        .statusCode(200)
        .body("entry.state", equalTo("published"));
    as(SOCIAL_WORKER).get("/v1/instruments").then().body("items.id", hasItem(files.id()));
    assertThat(as(SOCIAL_WORKER).get(instrument(files)).asString()).isEqualTo(files.form());
    UUID caseId = Backstage.openCase();
    String id = conduct(files, caseId).then().statusCode(201).extract().path("id");

    act(COMMISSION_ADMIN, files, "retirement", "{\"reason\":\"Version 2 replaces it.\"}")
        .then()
        .statusCode(200)
        .body("entry.state", equalTo("retired"))
        .body("entry.retirementReason", equalTo("Version 2 replaces it."));
    as(SOCIAL_WORKER).get("/v1/instruments").then().body("items.id", not(hasItem(files.id())));
    conduct(files, caseId).then().statusCode(422).body("code", equalTo("instrument-unknown"));
    as(SOCIAL_WORKER)
        .get("/v1/assessments/" + id)
        .then()
        .statusCode(200)
        .body("arithmetic[0].label.en", equalTo("How likely is it that the child is harmed?"));
    assertThat(Backstage.audit("PUBLISH_INSTRUMENT", files.id() + "/1")).hasSize(1);
  }

  @Test
  void whatIsPublishedNeverChanges() {
    Catalogue.Files files = Catalogue.published();
    Catalogue.Files other = files.withForm(files.form().replace("&gt;= 4", "&gt;= 5"));
    draft(COMMISSION_ADMIN, other)
        .then()
        .statusCode(409)
        .body("code", equalTo("instrument-version-exists"));
    as(COMMISSION_ADMIN)
        .header("If-Match", Catalogue.tag(files))
        .body(other.body())
        .put(files.path())
        .then()
        .statusCode(409)
        .body("code", equalTo("instrument-fixed"));
    act(COMMISSION_ADMIN, files, "checking", browserAgrees()).then().statusCode(409);
    act(COMMISSION_ADMIN, files, "publication", "{}").then().statusCode(409);
    for (String change :
        new String[] {
          "form = form || ' '", "descriptor = '{}'", "golden = '[]'", "state = 'draft'"
        }) {
      assertThatThrownBy(
              () ->
                  Backstage.execute(
                      "update instrument_version set " + change + " where instrument_id = ?",
                      files.id()))
          .hasMessageContaining("never changes");
    }
  }

  @Test
  void aBrowserThatScoresDifferentlyKeepsItFromBeingPublished() {
    Catalogue.Files files = Catalogue.fresh();
    draft(COMMISSION_ADMIN, files).then().statusCode(201);
    act(COMMISSION_ADMIN, files, "checking", Catalogue.browser(1))
        .then()
        .statusCode(200)
        .body("entry.state", equalTo("draft"))
        .body("findings.code", hasItem("golden-differs-browser"));
    act(COMMISSION_ADMIN, files, "publication", "{}").then().statusCode(409);
    act(COMMISSION_ADMIN, files, "checking", "{\"results\":[]}")
        .then()
        .body("findings.code", hasItem("browser-not-asked"));
  }

  @Test
  void aCheckedDraftThatIsChangedMustBeCheckedAgain() {
    Catalogue.Files files = Catalogue.fresh();
    draft(COMMISSION_ADMIN, files).then().statusCode(201);
    String first = Catalogue.tag(files);
    act(COMMISSION_ADMIN, files, "checking", browserAgrees()).then().statusCode(200);
    Catalogue.Files other = files.withForm(files.form().replace("&gt;= 4", "&gt;= 5"));
    as(COMMISSION_ADMIN)
        .header("If-Match", first)
        .body(other.body())
        .put(files.path())
        .then()
        .statusCode(412);
    as(COMMISSION_ADMIN)
        .header("If-Match", Catalogue.tag(files))
        .body(other.body())
        .put(files.path())
        .then()
        .statusCode(200)
        .body("entry.state", equalTo("draft"));
    act(COMMISSION_ADMIN, files, "publication", "{}").then().statusCode(409);
    act(COMMISSION_ADMIN, files, "checking", browserAgrees())
        .then()
        .body("findings.code", hasItem("golden-differs-server"));
  }

  @Test
  void aForbiddenInstrumentIsNotEvenADraft() {
    Catalogue.Files files = Catalogue.fresh();
    draft(
            COMMISSION_ADMIN,
            files.withForm(
                files.form().replace("<h:title>KP risk matrix", "<h:title>SDQ for parents")))
        .then()
        .statusCode(422)
        .body("code", equalTo("licence-forbids"));
    draft(
            COMMISSION_ADMIN,
            files.withDescriptor(files.descriptor().replace("Hifazat", "Youthinmind")))
        .then()
        .statusCode(422)
        .body("code", equalTo("licence-forbids"));
  }

  @Test
  void filesThatAreNoInstrumentAreRefusedWithTheFileNamed() {
    Catalogue.Files files = Catalogue.fresh();
    Map<Catalogue.Files, String> bad =
        Map.of(
            files.withForm("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
            "document-type-forbidden",
            files.withForm("no form"),
            "not-well-formed",
            files.withDescriptor("[]"),
            "unreadable",
            files.withDescriptor(files.descriptor().replace(files.id(), "../" + files.id())),
            "invalid-value",
            files.withGolden("{}"),
            "unreadable");
    bad.forEach(
        (refused, code) ->
            draft(COMMISSION_ADMIN, refused)
                .then()
                .statusCode(422)
                .body("code", equalTo("instrument-unreadable"))
                .body("errors.code", hasItem(code)));
    draft(COMMISSION_ADMIN, files.withForm("x".repeat(10_000_000)))
        .then()
        .statusCode(413)
        .body("code", equalTo("body-too-large"));
    as(COMMISSION_ADMIN).get(files.path()).then().statusCode(404);
  }

  @Test
  void licensedWordingIsLoadedOnlyAfterTheTermsThatWereShownAreAccepted() {
    Catalogue.Files files = Catalogue.licensed();
    Response drafted = draft(COMMISSION_ADMIN, files);
    drafted
        .then()
        .statusCode(201)
        .body("entry.state", equalTo("awaiting-wording"))
        .body("findings.code", hasItem("wording-missing"))
        .body("findings.code", hasItem("terms-not-accepted"));
    act(COMMISSION_ADMIN, files, "wording", wording(files, "Wie wahrscheinlich?"))
        .then()
        .statusCode(409)
        .body("code", equalTo("terms-not-accepted"));
    accept(files, "0".repeat(64)).then().statusCode(409).body("code", equalTo("terms-changed"));
    String terms = drafted.path("termsHash");
    accept(files, terms)
        .then()
        .statusCode(200)
        .body("accepted.organisation", equalTo("Child Protection and Welfare Commission"))
        .body("accepted.acceptedBy", equalTo(Backstage.staff(COMMISSION_ADMIN).toString()));
    accept(files, terms).then().statusCode(200);

    act(COMMISSION_ADMIN, files, "wording", wording(files, " "))
        .then()
        .statusCode(422)
        .body("code", equalTo("wording-refused"))
        .body("errors.pointer", hasItem("/en/item1"))
        .body("errors.code", hasItem("text-missing"));
    act(COMMISSION_ADMIN, files, "wording", wording(files, "How <likely> & sure?"))
        .then()
        .statusCode(200)
        .body("entry.state", equalTo("draft"))
        .body("entry.translations.ur", equalTo("validated"))
        .body("entry.wordingSource", equalTo("The holder's page"));
    assertThat(as(COMMISSION_ADMIN).get(files.path() + "/form").asString())
        .contains("<value>How &lt;likely&gt; &amp; sure?</value>")
        .doesNotContain("{{");
    act(COMMISSION_ADMIN, files, "checking", browserAgrees())
        .then()
        .body("entry.state", equalTo("checked"));
    act(COMMISSION_ADMIN, files, "publication", "{}").then().statusCode(200);
    act(COMMISSION_ADMIN, files, "wording", wording(files, "Another"))
        .then()
        .statusCode(409)
        .body("code", equalTo("instrument-fixed"));
  }

  @Test
  void whatIsFreeHasNoTermsAndNoPlacesForWording() {
    Catalogue.Files files = Catalogue.fresh();
    draft(COMMISSION_ADMIN, files).then().statusCode(201);
    accept(files, "0".repeat(64)).then().statusCode(409).body("code", equalTo("no-terms"));
    act(COMMISSION_ADMIN, files, "wording", wording(files, "Text"))
        .then()
        .statusCode(409)
        .body("code", equalTo("wording-not-awaited"));
    act(COMMISSION_ADMIN, files, "retirement", "{\"reason\":\"Never used.\"}")
        .then()
        .statusCode(409)
        .body("code", equalTo("instrument-not-published"));
  }

  private static Response accept(Catalogue.Files files, String terms) {
    return as(COMMISSION_ADMIN)
        .body(
            "{\"termsHash\":\"%s\",\"organisation\":\"Child Protection and Welfare Commission\"}"
                .formatted(terms))
        .post(files.path() + "/terms-acceptance");
  }

  private static String wording(Catalogue.Files files, String english) {
    return Requests.body(
        Map.of(
            "instrument",
            files.id(),
            "version",
            "1",
            "source",
            "The holder's page",
            "translations",
            Map.of("en", "original", "ur", "validated", "ps", "working"),
            "texts",
            Map.of(
                "en", Map.of("item1", english),
                "ur", Map.of("item1", "کتنا امکان ہے؟"),
                "ps", Map.of("item1", "څومره امکان لري؟"))));
  }

  private static Response conduct(Catalogue.Files files, UUID caseId) {
    Map<String, Object> fields = Requests.fields(Filled.matrix(1, 1));
    fields.put("instrumentId", files.id());
    fields.put("submission", Filled.matrix(1, 1).xml("id=\"" + files.id() + "\" version=\"1\""));
    return Requests.conduct(SOCIAL_WORKER, caseId, UUID.randomUUID(), Requests.body(fields));
  }

  private static String instrument(Catalogue.Files files) {
    return "/v1/instruments/" + files.id() + "/versions/1/form";
  }
}
