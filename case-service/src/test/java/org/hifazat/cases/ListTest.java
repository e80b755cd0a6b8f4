package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.openCase;
import static org.hifazat.cases.Requests.record;
import static org.hifazat.cases.Requests.report;
import static org.hifazat.cases.Requests.waiting;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists page by page: nothing twice, nothing left out, no cursor but our own. */
@HifazatTest(service = "cases")
class ListTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";
  private static final Pattern NEXT = Pattern.compile("[?&]cursor=([^>&]+)>; rel=\"next\"");

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void theQueueIsReadPageByPageOldestFirst() {
    Instant same = Instant.now().minusSeconds(600);
    for (int i = 0; i < 7; i++) {
      record(Persona.HELPLINE_OPERATOR, report("mardan", same.minusSeconds(i / 3)))
          .then()
          .statusCode(201);
    }
    List<Response> pages =
        pages(Persona.OTHER_UNIT_SOCIAL_WORKER, "/v1/concern-reports", "waiting");
    List<String> ids = all(pages, "items.id");
    assertThat(ids).hasSizeGreaterThanOrEqualTo(7).doesNotHaveDuplicates();
    List<String> times = all(pages, "items.receivedAt");
    assertThat(times.stream().map(Instant::parse).toList())
        .isSortedAccordingTo(Comparator.naturalOrder());
    assertThat(all(pages(Persona.OTHER_UNIT_SOCIAL_WORKER, "/v1/concern-reports", ""), "items.id"))
        .containsAll(ids);
  }

  @Test
  void theHelplineSeesWhatEachOperatorTookAndNoMore() {
    String taken = waiting(Persona.HELPLINE_OPERATOR).path("id");
    String others = waiting(Persona.SOCIAL_WORKER).path("id");
    assertThat(all(pages(Persona.HELPLINE_OPERATOR, "/v1/concern-reports", "waiting"), "items.id"))
        .contains(taken)
        .doesNotContain(others);
  }

  @Test
  void casesAreReadPageByPageNewestFirst() {
    for (int i = 0; i < 5; i++) {
      openCase(Persona.SOCIAL_WORKER, "Ghazala", NINE_YEARS);
    }
    List<Response> pages = pages(Persona.SOCIAL_WORKER, "/v1/cases", "");
    assertThat(all(pages, "items.id")).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
    assertThat(all(pages, "items.openedAt").stream().map(Instant::parse).toList())
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(all(pages, "items.unitId")).containsOnly(Persona.PESHAWAR);
  }

  @Test
  void openCasesAndClosedOnesAreReadApart() {
    String open = openCase(Persona.SOCIAL_WORKER, "Nazira", NINE_YEARS);
    String closed = openCase(Persona.SOCIAL_WORKER, "Nazina", NINE_YEARS);
    Backstage.execute(
        "update case_file set state = 'closed', closed_at = now() where id = ?::uuid", closed);
    assertThat(all(pages(Persona.SOCIAL_WORKER, "/v1/cases", "open"), "items.id"))
        .contains(open)
        .doesNotContain(closed);
    assertThat(all(pages(Persona.SOCIAL_WORKER, "/v1/cases", "closed"), "items.id"))
        .contains(closed)
        .doesNotContain(open);
    assertThat(all(pages(Persona.SOCIAL_WORKER, "/v1/cases", ""), "items.id"))
        .contains(open, closed);
    as(Persona.SOCIAL_WORKER).get("/v1/cases?state=lost").then().statusCode(400);
  }

  @Test
  void aPsychologistListsOnlyTheCasesAssignedToThem() {
    String assigned = openCase(Persona.SOCIAL_WORKER, "Farzana", NINE_YEARS);
    String another = openCase(Persona.SOCIAL_WORKER, "Farhana", NINE_YEARS);
    Backstage.execute(
        "update case_file set owner_id = ? where id = ?::uuid",
        Persona.PSYCHOLOGIST.staffId().orElseThrow(),
        assigned);
    assertThat(all(pages(Persona.PSYCHOLOGIST, "/v1/cases", ""), "items.id"))
        .contains(assigned)
        .doesNotContain(another);
    as(Persona.PSYCHOLOGIST).get("/v1/cases/" + assigned).then().statusCode(200);
    as(Persona.PSYCHOLOGIST).get("/v1/cases/" + another).then().statusCode(404);
  }

  @Test
  void ownTasksAreReadPageByPageMostPressingFirst() {
    for (int i = 0; i < 4; i++) {
      openCase(Persona.PROTECTION_OFFICER, "Gul Sher", NINE_YEARS);
    }
    List<Response> pages = pages(Persona.PROTECTION_OFFICER, "/v1/tasks", "");
    assertThat(all(pages, "items.id")).hasSizeGreaterThanOrEqualTo(4).doesNotHaveDuplicates();
    assertThat(all(pages, "items.dueAt").stream().map(Instant::parse).toList())
        .isSortedAccordingTo(Comparator.naturalOrder());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/concern-reports", "/v1/cases", "/v1/tasks"})
  void aCursorThatIsNotOursIsRefused(String path) {
    for (int i = 0; i < 3; i++) {
      openCase(Persona.SOCIAL_WORKER, "Nasreen", NINE_YEARS);
      waiting(Persona.SOCIAL_WORKER);
    }
    String cursor = Objects.requireNonNull(next(page(Persona.SOCIAL_WORKER, path + "?limit=2")));
    char other = cursor.charAt(5) == 'A' ? 'B' : 'A';
    refusedCursor(path, cursor.substring(0, 5) + other + cursor.substring(6));
    refusedCursor(path, cursor.substring(0, cursor.length() - 4));
    refusedCursor(path, "nonsense");
    refusedCursor(path.equals("/v1/tasks") ? "/v1/cases" : "/v1/tasks", cursor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/concern-reports", "/v1/cases", "/v1/tasks"})
  void aLimitOutOfBoundsIsRefused(String path) {
    for (String limit : List.of("0", "101", "-1")) {
      as(Persona.SOCIAL_WORKER)
          .get(path + "?limit=" + limit)
          .then()
          .statusCode(400)
          .body("code", equalTo("invalid-value"));
    }
    as(Persona.SOCIAL_WORKER).get("/v1/concern-reports?state=lost").then().statusCode(400);
  }

  private static void refusedCursor(String path, String cursor) {
    as(Persona.SOCIAL_WORKER)
        .get(path + "?limit=2&cursor=" + cursor)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-value"));
  }

  private static List<Response> pages(Persona persona, String path, String state) {
    List<Response> pages = new ArrayList<>();
    String query = path + "?limit=3" + (state.isEmpty() ? "" : "&state=" + state);
    String cursor = "";
    do {
      Response page = page(persona, cursor.isEmpty() ? query : query + "&cursor=" + cursor);
      pages.add(page);
      cursor = Objects.requireNonNullElse(next(page), "");
    } while (!cursor.isEmpty());
    return pages;
  }

  private static Response page(Persona persona, String path) {
    Response page = as(persona).get(path);
    page.then().statusCode(200);
    return page;
  }

  private static @Nullable String next(Response page) {
    String link = page.header("Link");
    if (link == null) {
      return null;
    }
    Matcher found = NEXT.matcher(link);
    assertThat(found.find()).as(link).isTrue();
    return found.group(1);
  }

  private static List<String> all(List<Response> pages, String path) {
    List<String> all = new ArrayList<>();
    pages.forEach(page -> all.addAll(page.path(path)));
    return all;
  }
}
