package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.json;
import static org.hifazat.referral.StateTableTest.TABLE;
import static org.hifazat.referral.StateTableTest.putBack;
import static org.hifazat.referral.StateTableTest.row;
import static org.hifazat.referral.StateTableTest.standing;

import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.hifazat.referral.StateTableTest.Standing;
import org.hifazat.referral.requests.ReferralStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The table of {@link StateTableTest} by the agency's two other doors: a secure link that was
 * opened, which leads to four states, and FHIR's Task, whose status can ask for every state.
 */
@HifazatTest(service = "referrals")
class StateTableOfOtherDoorsTest {
  private static final List<String> LED_TO_BY_A_LINK =
      List.of("accepted", "rejected", "completed", "failed");
  private static final List<String> ASKED_BY_A_TASK =
      List.of(
          "draft",
          "requested",
          "accepted",
          "rejected",
          "in-progress",
          "on-hold",
          "completed",
          "failed",
          "cancelled",
          "entered-in-error");

  /** Who asks; the agency's system speaks for all who work there, a link's holder does not. */
  private enum Actor {
    AGENCYS_SYSTEM_BY_FHIR(ASKED_BY_A_TASK, Standing.QUEUE),
    LINK_HOLDER(LED_TO_BY_A_LINK, Standing.QUEUE),
    LINK_HOLDER_WHILE_A_COLLEAGUE_HAS_IT(LED_TO_BY_A_LINK, Standing.TAKEN),
    AGENCYS_SYSTEM_BY_FHIR_WHILE_A_WORKER_HAS_IT(ASKED_BY_A_TASK, Standing.TAKEN),
    AGENCYS_SYSTEM_BY_FHIR_WHILE_IT_IS_MEANT_FOR_A_WORKER(
        ASKED_BY_A_TASK, Standing.MEANT_FOR_THE_WORKER);

    private final List<String> states;
    private final Standing standing;

    Actor(List<String> states, Standing standing) {
      this.states = states;
      this.standing = standing;
    }
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
    AddresseeTest.peopleOfTheLegalAidCentre();
  }

  @TestFactory
  Stream<DynamicTest> everyStepByALinkOrByFhirInEveryStateIsAnsweredAsTheTableSays() {
    Sent sent = AddresseeTest.sentTo(AddresseeTest.WORKER);
    putBack(sent, "requested", Standing.QUEUE);
    String session = Links.opened(Links.made(sent.id()));
    return Arrays.stream(ReferralStatus.values())
        .map(ReferralStatus::label)
        .map(from -> DynamicTest.dynamicTest(from, () -> attempts(sent, session, from)));
  }

  /** By everybody in turn; put back only after somebody was let, or where it stands otherwise. */
  private static void attempts(Sent sent, String session, String from) {
    boolean untouched = false;
    Standing how = Standing.QUEUE;
    for (Actor actor : Actor.values()) {
      for (String to : actor.states) {
        if (!untouched || how != actor.standing) {
          if (untouched) {
            assertThat(standing(sent)).isEqualTo(from + " 0");
          }
          how = actor.standing;
          putBack(sent, from, how);
        }
        String expected = expected(from, to, actor);
        assertThat(answer(sent, session, to, actor))
            .as(from + " → " + to + " by " + actor)
            .isEqualTo(expected);
        untouched = !expected.equals("200");
        if (!untouched) {
          assertThat(standing(sent)).isEqualTo(to + " 1");
        }
      }
    }
    if (untouched) {
      assertThat(standing(sent)).isEqualTo(from + " 0");
    }
  }

  /** Written by hand from the table: both speak for the agency, and nobody there sees a draft. */
  private static String expected(String from, String to, Actor actor) {
    if (from.equals("draft")) {
      return "404 not-found";
    }
    if (!TABLE.contains(row(from, to, "target"))) {
      return "409 step-not-allowed";
    }
    return switch (actor) {
      case LINK_HOLDER_WHILE_A_COLLEAGUE_HAS_IT -> "409 claimed-already";
      case AGENCYS_SYSTEM_BY_FHIR_WHILE_IT_IS_MEANT_FOR_A_WORKER -> "409 addressed-to-another";
      case LINK_HOLDER, AGENCYS_SYSTEM_BY_FHIR, AGENCYS_SYSTEM_BY_FHIR_WHILE_A_WORKER_HAS_IT ->
          "200";
    };
  }

  private static String answer(Sent sent, String session, String to, Actor actor) {
    return switch (actor) {
      case LINK_HOLDER, LINK_HOLDER_WHILE_A_COLLEAGUE_HAS_IT -> byLink(session, to);
      case AGENCYS_SYSTEM_BY_FHIR,
          AGENCYS_SYSTEM_BY_FHIR_WHILE_A_WORKER_HAS_IT,
          AGENCYS_SYSTEM_BY_FHIR_WHILE_IT_IS_MEANT_FOR_A_WORKER ->
          byFhir(sent, to);
    };
  }

  private static String byLink(String session, String to) {
    Map<String, String> why = Map.of("reasonCode", "at-capacity");
    var asked = Links.with(session).header("If-Match", "\"v0\"");
    return told(
        switch (to) {
          case "accepted" -> asked.post("/link/v1/referral/acceptance");
          case "rejected" -> asked.body(json(why)).post("/link/v1/referral/rejection");
          case "completed" ->
              asked
                  .body(json(Map.of("code", "provided", "text", "The court heard the child")))
                  .post("/link/v1/referral/completion");
          case "failed" -> asked.body(json(why)).post("/link/v1/referral/failure");
          default -> throw new IllegalArgumentException(to);
        },
        "code");
  }

  /** A Task as it is to be, with all that any step needs: what a step does not need is let be. */
  private static String byFhir(Sent sent, String to) {
    String coded =
        "{\"text\":\"Invented words\",\"coding\":[{\"system\":\"urn:hifazat:referral-code:%s\","
            + "\"code\":\"%s\"}]}";
    boolean calledOff = to.equals("cancelled") || to.equals("entered-in-error");
    return told(
        as(Persona.PARTNER_SYSTEM)
            .header("If-Match", "W/\"0\"")
            .body(
                """
                {"resourceType":"Task","status":"%s","lastModified":"%s","statusReason":%s,
                 "output":[{"valueCodeableConcept":%s}]}"""
                    .formatted(
                        to,
                        LATER,
                        coded.formatted("status-reason", calledOff ? "duplicate" : "at-capacity"),
                        coded.formatted("outcome", "provided")))
            .put("/partner/v1/fhir/R4/Task/" + sent.id()),
        "issue[0].details.coding[0].code");
  }

  private static String told(Response response, String code) {
    return response.statusCode() == 200
        ? "200"
        : response.statusCode() + " " + response.<String>path(code);
  }
}
