package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hifazat.platform.testing.Crowd.TIME;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.sent;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.Crowd;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.PagedLists;
import org.hifazat.platform.testing.PagedLists.Listed;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.RequestCost;
import org.hifazat.platform.testing.ServerPlans;
import org.hifazat.platform.web.Cursors;
import org.hifazat.referral.Requests.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The thousandth page of every list costs what the first does. */
@HifazatTest(service = "referrals")
class ListCostTest {
  private static final Persona ME = Persona.SOCIAL_WORKER;
  private static final Persona AGENCY = Persona.PARTNER_SYSTEM;
  private static final Persona ADMIN = Persona.COMMISSION_ADMIN;
  private static final boolean OLDEST = true;
  private static final boolean NEWEST = false;

  private final AgroalDataSource database;
  private final Cursors cursors;
  private final FieldCipher cipher;
  private final CallerContext callers;
  private final Crowd crowd = new Crowd("referrals");

  ListCostTest(
      AgroalDataSource database, Cursors cursors, FieldCipher cipher, CallerContext callers) {
    this.database = database;
    this.cursors = cursors;
    this.cipher = cipher;
    this.callers = callers;
  }

  @BeforeEach
  void begin() {
    Agencies.known();
    AddresseeTest.peopleOfTheLegalAidCentre();
    ServerPlans.told("referrals");
    database.flush(AgroalDataSource.FlushMode.GRACEFUL);
  }

  @AfterEach
  void leave() {
    crowd.leave();
    ServerPlans.silent("referrals");
    database.flush(AgroalDataSource.FlushMode.GRACEFUL);
  }

  @Test
  void everyListCostsOnItsThousandthPageWhatItCostsOnItsFirst() {
    Sent sent = sent();
    crowd.of(
        "referral",
        sent.id(),
        Map.of(
            "authored_at", TIME, "last_modified", TIME, "respond_by", TIME, "complete_by", TIME));
    crowd.of(
        "capacity_question",
        CapacityQuestionTest.ask(ME, CapacityQuestionTest.question()).path("id"),
        Map.of("asked_at", TIME));
    crowd.of(
        "service_gap",
        CapacityQuestionTest.record(ME, CapacityQuestionTest.gap("legal-aid")).path("id"),
        Map.of("happened_at", TIME));
    // each with an agency of its own: one that offered thousands would be read as a whole
    crowd.of("organization", Persona.LEGAL_AID, Map.of());
    crowd.of("known_agency", "agency_id", Persona.LEGAL_AID, Map.of());
    crowd.of(
        "service",
        Persona.LEGAL_AID,
        Map.of("organization_id", Crowd.ID, "name_en", "'Crowd ' || lpad(n::text, 4, '0')"));
    threadOf(sent);
    String endpoint = endpointWithMessages();
    PagedLists lists = new PagedLists(crowd, cursors::sign, ListCostTest::read);
    lists.measure(listed(sent.caseId().toString(), endpoint));
    lists.measure(threads(sent));
    lists.allOf("referral-service");
  }

  @Test
  void anInboxOfWhatIsMeantForSeveralPeopleIsAskedForAsOftenAsOneOfWhatIsMeantForOne() {
    List<String> meant = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      meant.add(AddresseeTest.sentTo(AddresseeTest.WORKER).id());
      Backstage.execute(
          "update referral set respond_by = '2000-01-01' where id = ?::uuid", meant.get(i));
    }
    try {
      int one = inbox(meant);
      AddresseeTest.meantFor(meant.getFirst(), AddresseeTest.COLLEAGUE);
      assertThat(inbox(meant)).isPositive().isEqualTo(one);
    } finally {
      meant.forEach(
          id ->
              Backstage.execute(
                  "update referral set respond_by = authored_at + interval '1 day'"
                      + " where id = ?::uuid",
                  id));
    }
  }

  private static int inbox(List<String> first) {
    return RequestCost.least(
            trace -> {
              Response page =
                  as(Persona.PARTNER_WORKER)
                      .header("traceparent", trace)
                      .get("/partner/v1/inbox?limit=3");
              page.then().body("items.id", containsInAnyOrder(first.toArray()));
              return page.statusCode();
            })
        .roundTrips();
  }

  /** An endpoint to which nothing is sent any more, and thousands that stay for themselves. */
  private String endpointWithMessages() {
    String endpoint =
        Webhooks.add(AGENCY, "https://receiver.invalid/hook")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Backstage.execute("update webhook_endpoint set state = 'paused' where id = ?::uuid", endpoint);
    crowd.of("webhook_endpoint", endpoint, Map.of());
    Backstage.execute(
        """
        insert into webhook_delivery (endpoint_id, message_id, agency_id, referral_id, type, happened_at,
                                      recorded_at, state, attempts)
        select id, gen_random_uuid(), agency_id, gen_random_uuid(), 'invented', created_at,
               created_at, 'failed', 1 from webhook_endpoint where id = ?::uuid""",
        endpoint);
    String message =
        Backstage.texts(
                "select message_id from webhook_delivery where endpoint_id = ?::uuid", endpoint)
            .getFirst();
    crowd.of("webhook_delivery", "message_id", message, Map.of("recorded_at", TIME));
    return endpoint;
  }

  private static List<Listed> listed(String caseId, String endpoint) {
    List<Listed> lists = new ArrayList<>();
    lists.add(
        new Listed(
            "/v1/cases/{caseId}/referrals",
            "/v1/cases/" + caseId + "/referrals",
            ME,
            "referrals-of-" + caseId,
            NEWEST));
    lists.add(
        new Listed(
            "/v1/cases/{caseId}/referral-drafts",
            "/v1/cases/" + caseId + "/referral-drafts",
            ME,
            "referral-drafts-of-" + caseId,
            NEWEST));
    lists.add(list("/v1/referrals", ME, "sent-mine-open", OLDEST));
    lists.add(list("/v1/referrals?of=unit", Persona.SUPERVISOR, "sent-unit-open", OLDEST));
    lists.add(list("/partner/v1/referrals", AGENCY, "partner-referrals", OLDEST));
    lists.add(list("/partner/v1/fhir/R4/Task", AGENCY, "fhir-Task", OLDEST));
    lists.add(list("/partner/v1/fhir/R4/ServiceRequest", AGENCY, "fhir-ServiceRequest", OLDEST));
    lists.add(list("/partner/v1/inbox", AGENCY, "partner-inbox-waiting", OLDEST));
    lists.add(list("/partner/v1/capacity-questions", AGENCY, "partner-capacity-questions", NEWEST));
    lists.add(list("/v1/capacity-questions", ME, "capacity-questions", NEWEST));
    lists.add(list("/v1/service-gaps", Persona.SUPERVISOR, "service-gaps", NEWEST));
    lists.add(list("/v1/services", ME, "services", OLDEST).byId());
    lists.add(list("/v1/services?category=legal-aid", ME, "services", OLDEST).byId());
    for (Persona persona : List.of(AGENCY, ADMIN)) {
      String base = Webhooks.base(persona);
      lists.add(list(base, persona, "webhook-endpoints", OLDEST).byId());
      lists.add(
          new Listed(
              base + "/{id}/messages",
              base + "/" + endpoint + "/messages",
              persona,
              "webhook-messages-" + endpoint,
              NEWEST));
    }
    return lists;
  }

  /** A message that was read: reading for the first time writes. */
  private void threadOf(Sent sent) {
    String message = ThreadTest.write(ME, ThreadTest.messages("/v1", sent), Map.of()).path("id");
    as(AGENCY).get(ThreadTest.messages("/partner/v1", sent)).then().statusCode(200);
    crowd.of("referral_message", message, Map.of("sent_at", TIME));
    String draft = Drafting.begun(sent.caseId(), Drafting.whole()).id();
    crowd.of("referral_draft", draft, Map.of("started_at", TIME));
    callers.as(
        Caller.system("test"),
        () ->
            QuarkusTransaction.requiringNew()
                .timeout(600)
                .call(
                    () -> {
                      readable(sent.caseId(), "referral_message", "words", message);
                      readable(sent.caseId(), "referral_draft", "content", draft);
                      return 0;
                    }));
  }

  private void readable(UUID subject, String table, String column, String template) {
    crowd.readable(
        table,
        template,
        List.of(column),
        (field, from, to, kept) ->
            cipher.encrypt(subject, field, to, cipher.decrypt(subject, field, from, kept)));
  }

  private static List<Listed> threads(Sent sent) {
    return List.of(
        new Listed(
            "/v1/referrals/{id}/messages",
            ThreadTest.messages("/v1", sent),
            ME,
            "thread-" + sent.id(),
            NEWEST),
        new Listed(
            "/partner/v1/referrals/{id}/messages",
            ThreadTest.messages("/partner/v1", sent),
            AGENCY,
            "thread-" + sent.id(),
            NEWEST));
  }

  private static Listed list(String path, Persona persona, String cursor, boolean oldestFirst) {
    return new Listed(path.split("\\?", -1)[0], path, persona, cursor, oldestFirst);
  }

  private static PagedLists.Read read(Persona persona, String asked) {
    boolean fhir = asked.contains("/fhir/");
    String path = fhir ? asked.replace("limit=", "_count=") : asked;
    int[] rows = new int[1];
    RequestCost cost =
        RequestCost.least(
            trace -> {
              Response page = as(persona).header("traceparent", trace).get(path);
              rows[0] =
                  page.statusCode() == 200
                      ? page.<List<?>>path(fhir ? "entry" : "items").size()
                      : -1;
              return page.statusCode();
            });
    return new PagedLists.Read(rows[0], cost);
  }
}
