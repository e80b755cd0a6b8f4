package org.hifazat.cases.kinship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.openCase;
import static org.hifazat.cases.kinship.Links.end;
import static org.hifazat.cases.kinship.Links.link;
import static org.hifazat.cases.kinship.Links.links;
import static org.hifazat.cases.kinship.Links.number;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Database;
import org.hifazat.cases.Directory;
import org.hifazat.cases.RoundTrips;
import org.hifazat.cases.Topic;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Siblings and victims of the same act are known to each other's case. */
@HifazatTest(service = "cases")
class CaseLinkTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";
  private static final Persona ME = Persona.SOCIAL_WORKER;

  @Inject DataSource database;
  @Inject CallerContext callers;

  private String sister = "";
  private String brother = "";

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
    sister = openCase(ME, "Gulalai", NINE_YEARS);
    brother = openCase(ME, "Zmarak", NINE_YEARS);
  }

  @Test
  void siblingsSeeEachOtherFromBothCases() {
    link(ME, sister, number(brother), "sibling")
        .then()
        .statusCode(201)
        .body("otherCaseId", equalTo(brother))
        .body("otherName", equalTo("Zmarak"));
    links(ME, sister).then().body("items.otherCaseNumber", contains(number(brother)));
    links(ME, brother)
        .then()
        .body("items.otherCaseNumber", contains(number(sister)))
        .body("items[0].otherName", equalTo("Gulalai"))
        .body("items[0].withinReach", equalTo(true));
    for (String id : new String[] {sister, brother}) {
      assertThat(
              Backstage.count(
                  "select count(*) from timeline_entry where case_id = ?::uuid and kind = 'case-linked'",
                  id))
          .isOne();
    }
  }

  @Test
  void aCaseOfAnotherUnitIsLinkedByItsNumberAndShowsNothingElse() {
    String far = openCase(ME, "Palwasha", NINE_YEARS);
    Backstage.execute(
        "update case_file set unit_id = ?::uuid, owner_id = ? where id = ?::uuid",
        Persona.MARDAN,
        Persona.OTHER_UNIT_SOCIAL_WORKER.staffId().orElseThrow(),
        far);
    link(ME, sister, number(far), "co-victim")
        .then()
        .statusCode(201)
        .body("withinReach", equalTo(false))
        .body("otherCaseId", nullValue())
        .body("otherName", nullValue())
        .body("otherCaseNumber", equalTo(number(far)));
    links(Persona.OTHER_UNIT_SOCIAL_WORKER, far)
        .then()
        .statusCode(200)
        .body("items.otherCaseNumber", contains(number(sister)))
        .body("items[0].otherCaseId", nullValue());
    assertThat(
            Backstage.texts(
                "select codes[2] from timeline_entry where case_id = ?::uuid and kind = 'case-linked'",
                far))
        .containsExactly(number(sister));
  }

  @Test
  void aColleaguesCaseIsNamedWithoutTheChild() {
    String theirs = openCase(Persona.PROTECTION_OFFICER, "Spogmai", NINE_YEARS);
    link(ME, sister, number(theirs), "same-household")
        .then()
        .statusCode(201)
        .body("otherCaseId", equalTo(theirs))
        .body("otherName", nullValue());
  }

  @Test
  void twoCasesAreLinkedOncePerKindFromWhicheverSide() {
    link(ME, sister, number(brother), "sibling").then().statusCode(201);
    link(ME, brother, number(sister), "sibling")
        .then()
        .statusCode(409)
        .body("code", equalTo("already-linked"));
    link(ME, brother, number(sister), "co-victim").then().statusCode(201);
    links(ME, sister).then().body("items", hasSize(2));
  }

  @Test
  void whoeverLinksTheSameCasesAtOnceMakesOneLink() {
    String number = number(brother);
    List<Integer> answers =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> link(ME, sister, number, "sibling").statusCode()))
            .limit(4)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertThat(answers).containsExactly(201, 409, 409, 409);
    links(ME, brother).then().body("items", hasSize(1));
  }

  @Test
  void aLinkThatDoesNotHoldEndsOnceAndMayBeMadeAgain() {
    String id = link(ME, sister, number(brother), "sibling").path("id");
    end(ME, brother, id, "\"v0\"").then().statusCode(200).body("endedAt", notNullValue());
    end(ME, sister, id, "\"v0\"").then().statusCode(412);
    end(ME, sister, id, "\"v1\"").then().statusCode(409).body("code", equalTo("link-ended"));
    link(ME, sister, number(brother), "sibling").then().statusCode(201);
  }

  @Test
  void whatCannotBeLinkedIsRefused() {
    refused(number(sister), "sibling", Instant.now(), 422, "linked-to-itself");
    refused("KP-1999-000000", "sibling", Instant.now(), 422, "case-number-unknown");
    refused(number(brother), "rival", Instant.now(), 422, "code-unknown");
    refused(number(brother), "sibling", Instant.now().plusSeconds(3600), 422, "in-the-future");
    links(ME, sister).then().body("items", empty());
  }

  private void refused(String number, String kind, Instant at, int status, String code) {
    as(ME)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(Links.body(number, kind, at))
        .post("/v1/cases/" + sister + "/links")
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
  }

  @Test
  void onlyWhoMayReadTheCaseSeesOrMakesItsLinks() {
    String id = link(ME, sister, number(brother), "sibling").path("id");
    links(Persona.COLLEAGUE, sister).then().statusCode(403);
    links(Persona.OTHER_UNIT_SUPERVISOR, sister).then().statusCode(404);
    link(Persona.COLLEAGUE, sister, number(brother), "co-victim").then().statusCode(403);
    String theirs = openCase(Persona.SUPERVISOR, "Rozina", NINE_YEARS);
    end(Persona.SUPERVISOR, theirs, id, "\"v0\"").then().statusCode(404);
    Database app = new Database(database, callers);
    String sql = "select count(*) from case_link where id = '" + id + "'";
    assertThat(app.seen(Database.caller(ME), sql)).isOne();
    assertThat(app.seen(Database.caller(Persona.OTHER_UNIT_SUPERVISOR), sql)).isZero();
  }

  @Test
  void bothActsAreToldByTheContract() {
    String id = link(ME, sister, number(brother), "sibling").path("id");
    end(ME, sister, id, "\"v0\"").then().statusCode(200);
    String type = "org.hifazat.cases.cases-unlinked.v1";
    Awaitility.await("both are told").until(() -> Topic.types(Topic.CASES, sister).contains(type));
    assertThat(Topic.types(Topic.CASES, sister))
        .containsSubsequence("org.hifazat.cases.cases-linked.v1", type);
    EventContracts contracts = EventContracts.load();
    Topic.read(Topic.CASES, sister)
        .forEach(event -> contracts.assertPublishable(Topic.type(event), event.value()));
  }

  @Test
  void fiveLinksCostAsManyStatementsAsOne() {
    link(ME, sister, number(brother), "sibling");
    int one = RoundTrips.least(ME, as -> as.get("/v1/cases/" + sister + "/links"));
    for (int i = 0; i < 4; i++) {
      link(ME, sister, number(openCase(ME, "Ghotai", NINE_YEARS)), "sibling");
    }
    assertThat(RoundTrips.least(ME, as -> as.get("/v1/cases/" + sister + "/links"))).isEqualTo(one);
  }
}
