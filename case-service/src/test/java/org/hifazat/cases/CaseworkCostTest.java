package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.cases.Plans.action;
import static org.hifazat.cases.Plans.inDays;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reading a plan costs does not grow with what it says. */
@HifazatTest(service = "cases")
class CaseworkCostTest {
  private static final String CHILD = "{\"kind\":\"child\"}";

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void aPlanOfTenActionsIsReadWithAsManyStatementsAsOneOfOne() {
    String small = CasePlanTest.planned("Sadaf");
    String large = CasePlanTest.planned("Samandar");
    String one =
        Plans.draft(
                Persona.SOCIAL_WORKER,
                small,
                Plans.plan(
                    UUID.randomUUID(), action(UUID.randomUUID(), "Act.", CHILD, inDays(3)), ""))
            .path("id");
    StringBuilder actions = new StringBuilder(action(UUID.randomUUID(), "Act.", CHILD, inDays(3)));
    for (int i = 1; i < 10; i++) {
      actions.append(',').append(action(UUID.randomUUID(), "Act.", CHILD, inDays(3)));
    }
    String many = Plans.inForce(large, UUID.randomUUID(), actions.toString());
    int few = RoundTrips.least(Persona.SOCIAL_WORKER, as -> as.get("/v1/case-plans/" + one));
    int more = RoundTrips.least(Persona.SOCIAL_WORKER, as -> as.get("/v1/case-plans/" + many));
    assertThat(more).isPositive().isEqualTo(few);
    System.out.println("FIGURE round trips of GET /v1/case-plans/{id}: " + more);
  }
}
