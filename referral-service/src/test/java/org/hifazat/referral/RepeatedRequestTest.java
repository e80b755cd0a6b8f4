package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.referral.Requests.json;
import static org.hifazat.referral.Requests.refer;
import static org.hifazat.referral.Requests.referral;
import static org.hifazat.referral.Requests.with;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lost answer is asked for again, and nothing happens twice. */
@HifazatTest(service = "referrals")
class RepeatedRequestTest {
  private UUID caseId = new UUID(0, 0);

  @BeforeEach
  void arrange() {
    Agencies.known();
    caseId = Backstage.openCaseWithConsent();
  }

  @Test
  void theSameRequestAgainIsAnsweredTheSameAndSentOnce() {
    UUID key = UUID.randomUUID();
    Response first = refer(Persona.SOCIAL_WORKER, key, json(referral(caseId)));
    Response again = refer(Persona.SOCIAL_WORKER, key, json(referral(caseId)));
    first.then().statusCode(201);
    again
        .then()
        .statusCode(201)
        .header("Location", first.header("Location"))
        .body("id", equalTo(first.path("id")));
    assertThat(referrals()).isOne();
  }

  @Test
  void theKeyOfAnotherRequestIsRefused() {
    UUID key = UUID.randomUUID();
    refer(Persona.SOCIAL_WORKER, key, json(referral(caseId))).then().statusCode(201);
    refer(Persona.SOCIAL_WORKER, key, json(with(referral(caseId), "priority", "low")))
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
    assertThat(referrals()).isOne();
  }

  @Test
  void theSameKeyOfSomebodyElseIsTheirOwn() {
    UUID key = UUID.randomUUID();
    refer(Persona.SOCIAL_WORKER, key, json(referral(caseId))).then().statusCode(201);
    refer(Persona.SUPERVISOR, key, json(referral(caseId))).then().statusCode(201);
    assertThat(referrals()).isEqualTo(2);
  }

  @Test
  void whoLostTheCaseGetsNoAnswerToAnOldKey() {
    UUID key = UUID.randomUUID();
    refer(Persona.SOCIAL_WORKER, key, json(referral(caseId))).then().statusCode(201);
    Backstage.hand(caseId, Backstage.staff(Persona.COLLEAGUE), Backstage.PESHAWAR);
    refer(Persona.SOCIAL_WORKER, key, json(referral(caseId))).then().statusCode(403);
  }

  @Test
  void manyAtOnceHaveOneEffect() throws InterruptedException, ExecutionException {
    UUID key = UUID.randomUUID();
    Tokens.of(Persona.SOCIAL_WORKER);
    Callable<Integer> request =
        () -> refer(Persona.SOCIAL_WORKER, key, json(referral(caseId))).statusCode();
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> one : threads.invokeAll(Collections.nCopies(8, request))) {
        statuses.add(one.get());
      }
    }
    assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
    assertThat(referrals()).isOne();
  }

  private long referrals() {
    return Backstage.count("select count(*) from referral where case_id = ?", caseId);
  }
}
