package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.platform.testing.Crowd.ID;
import static org.hifazat.platform.testing.Crowd.TIME;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hifazat.cases.consent.Overrides;
import org.hifazat.cases.duplicates.MatchChildren;
import org.hifazat.cases.kinship.Links;
import org.hifazat.cases.people.People;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.Crowd;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.PagedLists;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.RequestCost;
import org.hifazat.platform.testing.ServerPlans;
import org.hifazat.platform.web.Cursors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every list of this service with eight thousand rows: as many statements for sixty lines as for
 * ten, and the thousandth page for what the first costs, by what the server itself says it read.
 */
@HifazatTest(service = "cases")
class ListCostTest {
  private static final Persona ME = Persona.SOCIAL_WORKER;
  private static final Persona LEAD = Persona.SUPERVISOR;
  private static final Persona THERE = Persona.OTHER_UNIT_SOCIAL_WORKER;

  @Inject AgroalDataSource database;
  @Inject Cursors cursors;
  @Inject FieldCipher cipher;
  @Inject MatchChildren matching;
  @Inject CallerContext callers;

  private static final UUID ASKED = UUID.fromString("00000c0d-0000-7000-8000-0000000a5ced");

  private final Crowd crowd = new Crowd("cases");
  private String id = "";

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(List.of());
    Directory.known(database);
    ServerPlans.told("cases");
    database.flush(AgroalDataSource.FlushMode.GRACEFUL);
  }

  @AfterEach
  void leave() {
    crowd.leave();
    CommissionRows.gone(ASKED);
    ServerPlans.silent("cases");
    database.flush(AgroalDataSource.FlushMode.GRACEFUL);
  }

  @Test
  void everyListCostsOnItsThousandthPageWhatItCostsOnItsFirst() {
    PagedLists lists = new PagedLists(crowd, cursors::sign, ListCostTest::read);
    id = Casework.opened("Crowd");
    UUID child = UUID.fromString(as(ME).get("/v1/cases/" + id).path("child.id"));
    Map<String, Integer> before = overviews();
    callers.as(
        Caller.system("test"),
        () ->
            QuarkusTransaction.requiringNew()
                .timeout(600)
                .call(
                    () -> {
                      // as many children as cases: a hundred are read whole, whatever index there
                      // is
                      copies("child", child.toString(), Map.of());
                      ofTheCase(child);
                      ofThePeople(child);
                      new CrowdOfHistory(crowd, cipher, id, child).ofAllThatWas();
                      ofTheCourts(child);
                      ofTheUnit(child);
                      ofTheConsents(child);
                      return 0;
                    }));
    EveryList every = new EveryList(id);
    lists.measure(every.ofTheCase());
    lists.measure(every.ofTheUnit());
    aSearchTakesAsManyStatementsForTwentyHitsAsForOne();
    assertThat(overviews()).isEqualTo(before);
    System.out.println("FIGURE statements of overviews: " + before);
    crowd.become(
        "follow_up",
        "state = 'missed', happened_at = planned_for, planned_for = null, missed_reason = 'child-away'");
    crowd.become("case_file", "owner_id = null");
    crowd.become(
        "emergency_access",
        "state = 'justified', reviewed_by = gen_random_uuid(), reviewed_at = now()");
    theUnitsRowsBecomeTheCases();
    lists.measure(every.ofWhatHasEnded());
    crowd.become("case_file", "state = 'closed', closed_at = opened_at");
    lists.measure(List.of(EveryList.closedCases()));
    lists.allOf("case-service");
  }

  /** What a unit has of many cases, and at most one pending of each. */
  private void theUnitsRowsBecomeTheCases() {
    String ofCase = "case_id = '" + id + "', state = 'withdrawn'";
    crowd.become("approval", ofCase);
    crowd.become(
        "concern_report",
        "case_id = '"
            + id
            + "', state = 'triaged', decision = 'join-case', triaged_at = due_at, triaged_by = taken_by");
    crowd.become("task", "case_id = '" + id + "', state = 'done', done_at = due_at");
    Backstage.execute(
        "delete from case_transfer_content where transfer_id::text like '00000c0d-0000-7000-8000-%'");
    crowd.become(
        "case_transfer",
        ofCase + ", decided_by = proposed_by, decided_at = now(), decision_recorded_at = now()");
  }

  /** What sums up everything there is does so in as many statements, however much that is. */
  private static Map<String, Integer> overviews() {
    Map<String, Persona> readers =
        Map.of("/v1/my-day", ME, "/v1/tasks/by-worker", LEAD, "/v1/caseloads", LEAD);
    Map<String, Integer> statements = new TreeMap<>();
    readers.forEach(
        (path, reader) ->
            statements.put(
                path,
                RequestCost.least(
                        trace -> as(reader).header("traceparent", trace).get(path).statusCode())
                    .roundTrips()));
    return statements;
  }

  /** All copies of the case are of one child, whom a search by name meets in each of them. */
  private static void aSearchTakesAsManyStatementsForTwentyHitsAsForOne() {
    String rare = new Twins().given();
    Casework.opened(rare);
    int one = search(rare, 1);
    assertThat(search("Crowd", 20)).isPositive().isEqualTo(one);
    System.out.println("FIGURE statements of POST /v1/child-searches: " + one);
  }

  private static int search(String given, int hits) {
    String body = "{\"names\":{\"given\":\"%s\"}}".formatted(given);
    return RequestCost.least(
            trace -> {
              Response found =
                  as(ME).header("traceparent", trace).body(body).post("/v1/child-searches");
              assertThat(found.<List<?>>path("matches")).hasSizeGreaterThanOrEqualTo(hits);
              return found.statusCode();
            })
        .roundTrips();
  }

  private static PagedLists.Read read(Persona persona, String path) {
    int[] rows = new int[1];
    RequestCost cost =
        RequestCost.least(
            trace -> {
              Response page = as(persona).header("traceparent", trace).get(path);
              rows[0] = page.statusCode() == 200 ? page.<List<?>>path("items").size() : -1;
              return page.statusCode();
            });
    return new PagedLists.Read(rows[0], cost);
  }

  private static UUID staff(Persona persona) {
    return persona.staffId().orElseThrow();
  }

  private static String made(Response created) {
    assertThat(created.statusCode()).as(created.asString()).isIn(200, 201);
    return created.path("id");
  }

  /** A row of each kind as the application writes it, and its copies. */
  private void ofTheCase(UUID child) {
    Instant now = Instant.now();
    copies("case_plan", made(Plans.draft(ME, id, plan())), Map.of("drafted_at", TIME), REPLACED);
    copiesToRead(
        child,
        "case_conference",
        made(Plans.conference(ME, id, Plans.minutes(now, ""))),
        "content");
    String jpeg =
        made(Uploads.upload(ME, id, "ordinary", "image/jpeg", Files.picture("jpeg", 8, 8)));
    copiesToRead(child, "case_document", jpeg, "title", "sent_hash");
    copies(
        "follow_up",
        made(Plans.followUp(ME, id, now.plusSeconds(9_000))),
        Map.of("planned_for", TIME));
    copiesToRead(
        child, "incident", made(Papers.incident(ME, id, Papers.incident(now, ""))), "account");
    copiesToRead(child, "case_note", made(Papers.note(ME, id, "ordinary", "Invented.")), "words");
    String called = made(Plans.callConference(ME, id, now.plusSeconds(9_000)));
    copies("planned_conference", called, Map.of("planned_for", TIME));
    readable(child, "planned_conference", called, "content");
    copiesToRead(child, "case_review", made(Plans.review(ME, id, now, "")), "content");
    String safety = made(Plans.safe(ME, id, Plans.safetyPlan(now, "")));
    copies(
        "safety_plan",
        safety,
        Map.of("recorded_at", TIME, "edition", "t.edition + n", "state", "'replaced'"));
    readable(child, "safety_plan", safety, "content");
    copies("service_given", made(Plans.service(ME, id, "visit", "")), Map.of("happened_at", TIME));
    copies("timeline_entry", row("timeline_entry", "kind = 'case-opened'"), happened());
  }

  private void ofThePeople(UUID child) {
    String person = made(People.add(ME, id, People.person("uncle", "Invented", "", "")));
    copies("case_person", person, Map.of("recorded_at", TIME));
    readable(child, "case_person", person, "name");
    String place = made(People.addPlace(ME, id, People.place("Invented", "")));
    copies("safe_place", place, Map.of("recorded_at", TIME));
    readable(child, "safe_place", place, "name");
    String number = Links.number(Casework.opened("Crowd"));
    copies(
        "case_link",
        made(Links.link(ME, id, number, "sibling")),
        Map.of("recorded_at", TIME, "other_case_id", ID));
    copies(
        "case_member",
        made(Assignments.addMember(LEAD, id, staff(Persona.PSYCHOLOGIST), "psychologist")),
        Map.of("since", TIME, "until", "now()"));
  }

  private void ofTheCourts(UUID child) {
    Instant now = Instant.now();
    String matter = made(Papers.matter(ME, id, now));
    copies("court_matter", matter, Map.of("cognizance_at", TIME));
    readable(child, "court_matter", matter, "words");
    String hearing = made(Papers.hearing(ME, id, now.plusSeconds(9_000), ""));
    copies("hearing", hearing, Map.of("planned_for", TIME));
    readable(child, "hearing", hearing, "words");
    String order = made(Papers.order(ME, id, Papers.order("other", KarachiTime.day(now), "")));
    copies("legal_order", order, Map.of("made_at", TIME));
    readable(child, "legal_order", order, "words");
    String placement = made(Papers.placement(ME, id, now, ""));
    copies(
        "placement",
        placement,
        Map.of("began_at", TIME, "ended_at", "now()", "end_reason", "'returned-home'"));
    readable(child, "placement", placement, "words");
    String missing = made(Papers.missing(ME, id, now, now));
    copies(
        "missing_child",
        missing,
        Map.of("missing_since", TIME, "found_at", "now()", "found_how", "'returned-alone'"));
    readable(child, "missing_child", missing, "words");
  }

  private static final Map<String, String> REPLACED =
      Map.of(
          "edition",
          "t.edition + n",
          "state",
          "'replaced'",
          "approved_by",
          "t.drafted_by",
          "approved_at",
          TIME);

  private static Map<String, String> happened() {
    return Map.of("happened_at", TIME);
  }

  private static String plan() {
    return Plans.plan(
        UUID.randomUUID(),
        Plans.action(UUID.randomUUID(), "Act.", "{\"kind\":\"child\"}", Plans.inDays(3)),
        Plans.bothAgree());
  }

  private void ofTheUnit(UUID child) {
    Map<String, String> another = Map.of("case_id", ID);
    copies(
        "approval", made(Casework.request(ME, id, "registration")), with("requested_at", another));
    String number = as(LEAD).get("/v1/cases/" + id).path("number");
    String asked = made(CaseRequests.ask(THERE, number, ",\"districtCode\":\"mardan\""));
    copies("case_request", asked, with("asked_at", another));
    readable(child, "case_request", asked, "words");
    String override =
        made(Overrides.write(ME, id, Overrides.body("photo", Instant.now().minusSeconds(1), "")));
    copies("consent_override", override, with("due_at", another));
    String transfer = made(Transfers.propose(LEAD, id, Transfers.MARDAN, Transfers.OVERRIDE));
    copies("case_transfer", transfer, with("recorded_at", another));
    crowd.of("case_transfer_content", "transfer_id", transfer, Map.of());
    copies(
        "task", row("task", "kind = 'initial-assessment'"), Map.of("due_at", TIME, "case_id", ID));
    copies(
        "concern_report",
        made(Requests.waiting(ME)),
        Map.of("received_at", TIME, "due_at", TIME, "commission_at", TIME));
    String taken = made(Seals.takeEmergency(THERE, number));
    copies(
        "emergency_access",
        taken,
        Map.of("begins_at", TIME, "ends_at", TIME + " + interval '1 hour'", "case_id", ID));
    readable(child, "emergency_access", taken, "words");
    String register = made(org.hifazat.cases.takeover.Files.begin(LEAD));
    copies("case_import", register, Map.of("created_at", TIME));
    CommissionRows.exception(ASKED, LEAD);
    copies("caseload_exception", ASKED.toString(), Map.of("requested_at", TIME, "staff_id", ID));
    CommissionRows.seal(ASKED, id, LEAD);
    copies("case_seal", ASKED.toString(), Map.of("recorded_at", TIME, "case_id", ID));
    Twins.alone();
    Twins twins = new Twins();
    String one = twins.latin(ME, "peshawar");
    String other = twins.urdu(ME, "peshawar");
    matching.matchAll();
    copies(
        "duplicate_pair", twins.pair(LEAD, one, other), Map.of("one_child", ID, "found_at", TIME));
    copies(
        "case_file",
        id,
        Map.of(
            "number",
            "'crowd-' || n",
            "opened_at",
            TIME,
            "owned_since",
            TIME,
            "state_since",
            TIME));
  }

  private void ofTheConsents(UUID child) {
    String word =
        made(Requests.consent(ME, id, Requests.consent("reporting", "child", Instant.now(), "")));
    copies("consent", word, happened());
    readable(child, "consent", word, "witness");
  }

  private static Map<String, String> with(String time, Map<String, String> more) {
    return Map.of(time, TIME, "case_id", more.get("case_id"));
  }

  private String row(String table, String only) {
    return Backstage.texts(
            "select id from " + table + " where case_id = ?::uuid and " + only + " limit 1", id)
        .getFirst();
  }

  private void copiesToRead(UUID child, String table, String template, String... columns) {
    copies(table, template, happened());
    readable(child, table, template, columns);
  }

  private void copies(String table, String template, Map<String, String> but) {
    crowd.of(table, template, but);
  }

  private void copies(
      String table, String template, Map<String, String> but, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(but);
    all.putAll(more);
    crowd.of(table, template, all);
  }

  private void readable(UUID child, String table, String template, String... columns) {
    crowd.readable(
        table,
        template,
        List.of(columns),
        (field, from, to, kept) ->
            cipher.encrypt(child, field, to, cipher.decrypt(child, field, from, kept)));
  }
}
