package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hifazat.cases.story.StoryKinds;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The story of a case as its readers see it, whatever service it happened in. */
@HifazatTest(service = "cases")
class StoryTest {
  private static final Pattern NEXT = Pattern.compile("[?&]cursor=([^>&]+)>; rel=\"next\"");
  private static final String EVENT =
      """
      {"referralId":"%s","caseId":"%s","districtCode":"peshawar",%s}""";

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  private static Response story(Persona persona, String caseId, String more) {
    return as(persona).get("/v1/cases/" + caseId + "/timeline" + more);
  }

  private static void told(UUID event, String caseId, UUID referral, String type, String more) {
    Events.send(
        "hifazat.referrals.v1",
        "org.hifazat.referrals." + type + ".v1",
        caseId,
        1,
        event,
        EVENT.formatted(referral, caseId, more));
    Casework.applied(event);
  }

  @Test
  void aReferralThatWaitsTooLongIsATaskOfOwnerAndSupervisorUntilItMoves() {
    String id = Casework.opened("Nazia");
    UUID referral = UUID.randomUUID();
    Instant due = Instant.now().minusSeconds(60);
    String agency =
        "\"unitId\":\"%s\",\"agencyId\":\"%s\"".formatted(Persona.PESHAWAR, Persona.LEGAL_AID);
    told(
        UUID.randomUUID(),
        id,
        referral,
        "referral-requested",
        agency
            + ",\"serviceCategory\":\"legal-aid\",\"priority\":\"high\",\"authoredAt\":\"%1$s\",\"respondBy\":\"%2$s\",\"completeBy\":\"%2$s\""
                .formatted(due.minusSeconds(86_400), due));
    for (String level : new String[] {"reminder", "supervisor"}) {
      told(
          UUID.randomUUID(),
          id,
          referral,
          "referral-escalated",
          agency
              + ",\"clock\":\"respond\",\"level\":\"%s\",\"dueAt\":\"%s\",\"at\":\"%s\""
                  .formatted(level, due, due.plusSeconds(10)));
    }
    assertThat(asking(id, Persona.SOCIAL_WORKER)).isOne();
    assertThat(asking(id, Persona.SUPERVISOR)).isOne();
    story(Persona.SOCIAL_WORKER, id, "?group=referral")
        .then()
        .body("items.kind", contains("referral-escalated", "referral-requested"))
        .body("items[0].codes", contains("respond", "supervisor"));
    told(
        UUID.randomUUID(), id, referral, "referral-moved", moved("completed", due.plusSeconds(20)));
    assertThat(asking(id, Persona.SOCIAL_WORKER)).isZero();
    assertThat(asking(id, Persona.SUPERVISOR)).isZero();
    told(
        UUID.randomUUID(),
        id,
        referral,
        "referral-escalated",
        agency
            + ",\"clock\":\"respond\",\"level\":\"ended\",\"dueAt\":\"%s\",\"at\":\"%s\""
                .formatted(due, due.plusSeconds(30)));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.findAll { it.state == 'open' }.kind", hasItem("referral-lapsed"));
  }

  /** Open tasks of somebody to ask an agency that has not answered. */
  private static long asking(String caseId, Persona persona) {
    return Backstage.count(
        "select count(*) from task where case_id = ?::uuid and kind = 'referral-unanswered'"
            + " and state = 'open' and owner_id = ?",
        caseId,
        persona.staffId().orElseThrow());
  }

  @Test
  void whatOtherServicesTellStandsInTheStoryOnceAndByTheTimeItHappened() {
    String id = Casework.opened("Nazo");
    UUID referral = UUID.randomUUID();
    Instant asked = Instant.now().minusSeconds(40);
    UUID request = UUID.randomUUID();
    String how =
        ("\"unitId\":\"%2$s\",\"agencyId\":\"%3$s\",\"serviceCategory\":\"legal-aid\",\"priority\":\"high\",\"authoredAt\":\"%1$s\",\"respondBy\":\"%1$s\",\"completeBy\":\"%1$s\"")
            .formatted(asked, Persona.PESHAWAR, Persona.LEGAL_AID);
    told(request, id, referral, "referral-requested", how);
    told(
        UUID.randomUUID(),
        id,
        referral,
        "referral-moved",
        moved("completed", asked.plusSeconds(10)));
    told(
        UUID.randomUUID(),
        id,
        referral,
        "referral-loop-closed",
        "\"at\":\"%s\"".formatted(asked.plusSeconds(20)));
    Casework.riskOnly(id, "high", asked.plusSeconds(30));
    Events.send(
        "hifazat.referrals.v1",
        "org.hifazat.referrals.referral-requested.v1",
        id,
        1,
        request,
        EVENT.formatted(referral, id, how));
    UUID after = UUID.randomUUID();
    told(after, id, referral, "referral-moved", moved("failed", asked.plusSeconds(35)));
    story(Persona.SOCIAL_WORKER, id, "")
        .then()
        .statusCode(200)
        .body(
            "items.kind",
            contains(
                "referral-moved",
                "risk-level-set",
                "assessment-completed",
                "referral-loop-closed",
                "referral-moved",
                "referral-requested",
                "case-opened"))
        .body("items[5].codes", contains("legal-aid", "high"))
        .body("items[5].subjectId", equalTo(referral.toString()))
        .body("items[5].staffId", nullValue())
        .body("items[4].codes", contains("completed", "provided"))
        .body(
            "items[6].staffId", equalTo(Persona.SOCIAL_WORKER.staffId().orElseThrow().toString()));
    story(Persona.SOCIAL_WORKER, id, "?group=referral")
        .then()
        .body("items", hasSize(4))
        .body("items.group", not(hasItem("risk")));
    story(Persona.SOCIAL_WORKER, id, "?group=gossip").then().statusCode(400);
    assertThat(Backstage.audit("VIEW_TIMELINE", id)).containsOnly("read ");
  }

  private static String moved(String to, Instant at) {
    return "\"agencyId\":\"%s\",\"from\":\"accepted\",\"to\":\"%s\",\"at\":\"%s\"%s"
        .formatted(
            Persona.LEGAL_AID,
            to,
            at,
            to.equals("completed") ? ",\"outcomeCode\":\"provided\"" : "");
  }

  @Test
  void aReferralOfACaseNobodyKnowsIsLearntWithoutAStory() {
    UUID event = UUID.randomUUID();
    told(
        event,
        UUID.randomUUID().toString(),
        UUID.randomUUID(),
        "referral-loop-closed",
        "\"at\":\"2026-11-01T10:00:00Z\"");
    assertThat(Backstage.count("select count(*) from inbox where event_id = ?", event)).isOne();
  }

  @Test
  void entriesAboutWhatFewMayReadAreForThoseFew() {
    String id = Casework.opened("Spogmai");
    as(Persona.SOCIAL_WORKER)
        .header("If-Match", "\"v0\"")
        .body(
            "{\"status\":\"afghan-por\",\"neededFor\":\"documentation\",\"happenedAt\":\"%s\"}"
                .formatted(Instant.now().minusSeconds(1)))
        .put("/v1/cases/" + id + "/nationality")
        .then()
        .statusCode(200);
    Backstage.execute(
        "insert into timeline_entry (id, case_id, kind, happened_at, recorded_at, codes) values (?, ?::uuid, 'of-no-listed-kind', now(), now(), '{}')",
        UUID.randomUUID(),
        id);
    story(Persona.SUPERVISOR, id, "")
        .then()
        .body("items.kind", contains("nationality-recorded", "case-opened"));
    story(Persona.SOCIAL_WORKER, id, "?group=child")
        .then()
        .body("items.kind", contains("nationality-recorded"));
    Backstage.execute(
        "update case_file set owner_id = ? where id = ?::uuid",
        Persona.PSYCHOLOGIST.staffId().orElseThrow(),
        id);
    story(Persona.PSYCHOLOGIST, id, "")
        .then()
        .statusCode(200)
        .body("items.kind", contains("case-opened"));
    story(Persona.PSYCHOLOGIST, id, "?group=child").then().body("items", empty());
    story(Persona.COLLEAGUE, id, "").then().statusCode(403).body("code", equalTo("forbidden"));
    story(Persona.OTHER_UNIT_SUPERVISOR, id, "").then().statusCode(404);
    Backstage.execute("delete from timeline_entry where kind = 'of-no-listed-kind'");
  }

  @Test
  void theStoryIsReadPageByPageWithoutGapsAlsoWhereTimesAreTheSame() {
    String id = Casework.opened("Gul Sher");
    Instant same = Instant.now().minusSeconds(20);
    for (String purpose : List.of("photo", "tracing", "reporting", "case-management")) {
      consent(Persona.SOCIAL_WORKER, id, consent(purpose, "child", same, ""))
          .then()
          .statusCode(201);
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      Response page =
          story(
              Persona.SOCIAL_WORKER,
              id,
              "?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      page.then().statusCode(200);
      seen.addAll(page.<List<String>>path("items.id"));
      Matcher next = NEXT.matcher(String.valueOf(page.header("Link")));
      cursor = next.find() ? next.group(1) : "";
    } while (!cursor.isEmpty());
    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    String other = Casework.opened("Zarak");
    Response first = story(Persona.SOCIAL_WORKER, id, "?limit=2");
    Matcher next = NEXT.matcher(first.header("Link"));
    assertThat(next.find()).isTrue();
    story(Persona.SOCIAL_WORKER, other, "?limit=2&cursor=" + next.group(1)).then().statusCode(400);
  }

  /** A kind somebody writes and nobody listed would be told to no reader. */
  @Test
  void everyKindThatAFeatureWritesIsListed() {
    Set<String> listed = StoryKinds.all().keySet();
    assertThat(listed).containsAll(writtenKinds());
    assertThat(listed)
        .containsAll(
            Backstage.texts(
                "select distinct kind from timeline_entry where kind <> 'of-no-listed-kind'"));
  }

  private static Set<String> writtenKinds() {
    Pattern told =
        Pattern.compile(
            "(?:(?:happened|told|tell|keep)\\([^;{}]*?[(,\\s]|[dD]eed\\(\\s*\\w+,\\s*[\\w.]+,\\s*)"
                + "\"([a-z]+(?:-[a-z]+)+)\"");
    Set<String> kinds = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        String text = Files.readString(source);
        if (text.contains("Timeline timeline") || text.contains("Deeds deeds")) {
          Matcher kind = told.matcher(text);
          while (kind.find()) {
            kinds.add(kind.group(1));
          }
        }
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return kinds;
  }
}
