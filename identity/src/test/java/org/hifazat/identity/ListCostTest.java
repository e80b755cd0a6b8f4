package org.hifazat.identity;

import static org.hifazat.platform.testing.Crowd.TIME;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.Crowd;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.KeycloakLine;
import org.hifazat.platform.testing.PagedLists;
import org.hifazat.platform.testing.PagedLists.Listed;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.RequestCost;
import org.hifazat.platform.testing.ServerPlans;
import org.hifazat.platform.web.Cursors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The thousandth page of every list costs what the first does. */
@HifazatTest(service = "identity")
@WithTestResource(value = KeycloakLine.class, scope = TestResourceScope.MATCHING_RESOURCES)
class ListCostTest {
  @Inject AgroalDataSource database;
  @Inject Cursors cursors;
  @Inject FieldCipher cipher;
  @Inject CallerContext callers;

  private final Crowd crowd = new Crowd("identity");

  @BeforeEach
  void begin() {
    ServerPlans.told("identity");
    database.flush(AgroalDataSource.FlushMode.GRACEFUL);
  }

  @AfterEach
  void leave() {
    crowd.leave();
    ServerPlans.silent("identity");
    database.flush(AgroalDataSource.FlushMode.GRACEFUL);
  }

  @Test
  void everyListCostsOnItsThousandthPageWhatItCostsOnItsFirst() {
    String worker = Persona.SOCIAL_WORKER.staffId().orElseThrow().toString();
    crowd.of("agency", Persona.LEGAL_AID, Map.of("registered_at", TIME));
    crowd.of("staff", worker, Map.of("enrolled_at", TIME, "username", "'crowd-' || n"));
    readable("staff", worker, List.of("given_name", "family_name"));
    String person = AgencyPeopleTest.listed(Persona.HOSPITAL, "Ward sister");
    crowd.of(
        "agency_person", person, Map.of("enrolled_at", TIME, "username", "'crowd-person-' || n"));
    readable("agency_person", person, List.of("name", "shown_as"));
    PagedLists lists = new PagedLists(crowd, cursors::sign, ListCostTest::read);
    lists.measure(
        List.of(
            list("/v1/agencies", Persona.HELPLINE_OPERATOR, "agencies"),
            list("/v1/staff", Persona.SUPERVISOR, "staff"),
            list("/v1/staff", Persona.COMMISSION_ADMIN, "staff"),
            list("/v1/staff?unitId=" + Persona.PESHAWAR, Persona.COMMISSION_ADMIN, "staff"),
            list("/v1/staff?username=crowd-", Persona.COMMISSION_ADMIN, "staff"),
            list("/v1/staff?certificate=due", Persona.COMMISSION_ADMIN, "staff"),
            people("people", Persona.COMMISSION_ADMIN, "agency-people-"),
            people("listed-people", Persona.SOCIAL_WORKER, "listed-people-")));
    lists.allOf("identity");
  }

  private void readable(String table, String row, List<String> fields) {
    callers.as(
        Caller.system("test"),
        () ->
            QuarkusTransaction.requiringNew()
                .timeout(600)
                .call(
                    () -> {
                      crowd.readable(
                          table,
                          row,
                          fields,
                          (field, from, to, kept) ->
                              cipher.encrypt(
                                  to, field, to, cipher.decrypt(from, field, from, kept)));
                      return 0;
                    }));
  }

  private static Listed people(String which, Persona persona, String cursor) {
    return new Listed(
        "/v1/agencies/{agencyId}/" + which,
        "/v1/agencies/" + Persona.HOSPITAL + "/" + which,
        persona,
        cursor + Persona.HOSPITAL,
        true);
  }

  private static Listed list(String path, Persona persona, String cursor) {
    return new Listed(path.split("\\?", -1)[0], path, persona, cursor, true);
  }

  private static PagedLists.Read read(Persona persona, String path) {
    int[] rows = new int[1];
    RequestCost cost =
        RequestCost.least(
            trace -> {
              Response page = Http.as(persona).header("traceparent", trace).get(path);
              rows[0] = page.statusCode() == 200 ? page.<List<?>>path("items").size() : -1;
              return page.statusCode();
            });
    return new PagedLists.Read(rows[0], cost);
  }
}
