package org.hifazat.assessment;

import static org.hifazat.assessment.Requests.as;
import static org.hifazat.platform.testing.Crowd.TIME;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.testing.Crowd;
import org.hifazat.platform.testing.HifazatTest;
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
@HifazatTest(service = "assessments")
class ListCostTest {
  private final AgroalDataSource database;
  private final Cursors cursors;
  private final Crowd crowd = new Crowd("assessments");

  ListCostTest(AgroalDataSource database, Cursors cursors) {
    this.database = database;
    this.cursors = cursors;
  }

  @BeforeEach
  void begin() {
    ServerPlans.told("assessments");
    database.flush(AgroalDataSource.FlushMode.GRACEFUL);
  }

  @AfterEach
  void leave() {
    crowd.leave();
    ServerPlans.silent("assessments");
    database.flush(AgroalDataSource.FlushMode.GRACEFUL);
  }

  @Test
  void everyListCostsOnItsThousandthPageWhatItCostsOnItsFirst() {
    UUID caseId = Backstage.openCase();
    Response conducted = Requests.conduct(Persona.SOCIAL_WORKER, caseId, Filled.matrix(1, 1));
    conducted.then().statusCode(201);
    crowd.of("assessment", conducted.path("id"), Map.of("conducted_at", TIME));
    PagedLists lists = new PagedLists(crowd, cursors::sign, ListCostTest::read);
    lists.measure(
        List.of(
            new Listed(
                "/v1/cases/{caseId}/assessments",
                Requests.assessments(caseId),
                Persona.SOCIAL_WORKER,
                "assessments:" + caseId,
                false)));
    lists.allOf("assessment-service");
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
}
