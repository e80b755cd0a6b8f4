package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.at;
import static org.hifazat.referral.Requests.because;
import static org.hifazat.referral.Requests.outcome;
import static org.hifazat.referral.Requests.sent;
import static org.hifazat.referral.Requests.step;

import io.restassured.response.Response;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.hifazat.referral.requests.ReferralStatus;
import org.hifazat.referral.requests.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every state × target state × side against the table of SDOH Clinical Care STU3,
 * TaskForReferralManagement, copied here by hand.
 */
@HifazatTest(service = "referrals")
class StateTableTest {
  private static final Set<String> TABLE =
      rows(
          """
          draft        requested         requester
          requested    accepted          target
          requested    rejected          target
          requested    cancelled         requester
          requested    cancelled         target
          accepted     in-progress       target
          accepted     on-hold           target
          accepted     completed         target
          accepted     failed            target
          accepted     cancelled         requester
          accepted     cancelled         target
          in-progress  on-hold           target
          in-progress  completed         target
          in-progress  failed            target
          in-progress  cancelled         requester
          in-progress  cancelled         target
          on-hold      in-progress       target
          on-hold      completed         target
          on-hold      failed            target
          on-hold      cancelled         requester
          on-hold      cancelled         target
          draft        entered-in-error  requester
          requested    entered-in-error  requester
          accepted     entered-in-error  requester
          rejected     entered-in-error  requester
          in-progress  entered-in-error  requester
          on-hold      entered-in-error  requester
          completed    entered-in-error  requester
          failed       entered-in-error  requester
          cancelled    entered-in-error  requester""");

  /** Steps there are requests for: the state they lead to, and whose they are. */
  private static final Map<String, String> TARGETS_STEPS =
      Map.of(
          "acceptance", "accepted",
          "rejection", "rejected",
          "start", "in-progress",
          "hold", "on-hold",
          "completion", "completed",
          "failure", "failed");

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @TestFactory
  Stream<DynamicTest> everyStepOfEverySideIsAllowedExactlyWhenTheTableSaysSo() {
    return Arrays.stream(ReferralStatus.values())
        .flatMap(
            from ->
                Arrays.stream(ReferralStatus.values())
                    .flatMap(to -> Arrays.stream(Side.values()).map(side -> test(from, to, side))));
  }

  @TestFactory
  Stream<DynamicTest> everyRequestInEveryStateIsAnsweredAsTheTableSays() {
    return Arrays.stream(ReferralStatus.values())
        .map(ReferralStatus::label)
        .flatMap(
            from ->
                Stream.concat(
                    TARGETS_STEPS.keySet().stream().sorted().map(step -> asked(from, step)),
                    Stream.of(cancelled(from))));
  }

  private static DynamicTest test(ReferralStatus from, ReferralStatus to, Side side) {
    String row = row(from.label(), to.label(), side.label());
    return DynamicTest.dynamicTest(
        row, () -> assertThat(from.mayBecome(to, side)).isEqualTo(TABLE.contains(row)));
  }

  private static DynamicTest asked(String from, String step) {
    String to = TARGETS_STEPS.getOrDefault(step, "");
    return DynamicTest.dynamicTest(
        from + " + " + step,
        () -> {
          Sent sent = sent();
          Backstage.put(sent.id(), from);
          Response response =
              step(
                  Persona.PARTNER_SYSTEM,
                  sent,
                  step,
                  switch (step) {
                    case "completion" -> outcome(LATER, "provided");
                    case "acceptance", "start" -> at(LATER);
                    default -> because(LATER, "other");
                  });
          if (from.equals("draft")) {
            assertThat(response.statusCode()).isEqualTo(404);
          } else {
            judged(response, sent, from, to, "target");
          }
        });
  }

  private static DynamicTest cancelled(String from) {
    return DynamicTest.dynamicTest(
        from + " + cancellation",
        () -> {
          Sent sent = sent();
          Backstage.put(sent.id(), from);
          Response response =
              step(Persona.SOCIAL_WORKER, sent, "cancellation", Map.of("reason", "other"));
          judged(response, sent, from, "cancelled", "requester");
        });
  }

  private static void judged(Response response, Sent sent, String from, String to, String side) {
    String now =
        Backstage.texts("select status from referral where id::text = ?", sent.id()).getFirst();
    if (TABLE.contains(row(from, to, side))) {
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(now).isEqualTo(to);
    } else {
      response.then().statusCode(409);
      assertThat(response.<String>path("code")).isEqualTo("step-not-allowed");
      assertThat(now).isEqualTo(from);
    }
  }

  private static Set<String> rows(String table) {
    Set<String> rows = new HashSet<>();
    table
        .lines()
        .map(String::strip)
        .map(line -> line.split(" +", -1))
        .forEach(cells -> rows.add(row(cells[0], cells[1], cells[2])));
    return rows;
  }

  private static String row(String from, String to, String side) {
    return from + " → " + to + " by " + side;
  }
}
