package org.hifazat.referral;

import static org.hifazat.referral.Requests.as;

import io.restassured.response.Response;
import java.util.Map;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.hifazat.referral.access.ReferralOperation;

/** Rows of the refusal matrix: feedback, and what goes back or onward. */
final class AfterwardsMatrix {
  /** A referral, and what was recorded of it when there has to be something. */
  private record Told(Sent sent, String made) {}

  private AfterwardsMatrix() {}

  static Response attempt(ReferralOperation operation, Persona persona, Relation relation) {
    Told told = Ready.of(operation, () -> told(operation));
    Sent sent = told.sent();
    String made = told.made();
    RefusalMatrixTest.stand(sent.caseId(), persona, relation);
    String staff = "/v1/referrals/" + sent.id();
    String agency = "/partner/v1/referrals/" + sent.id();
    return switch (operation) {
      case RECORD_FEEDBACK -> Afterwards.record(persona, sent.id(), Afterwards.feedback());
      case LIST_FEEDBACK -> as(persona).get(staff + "/feedback");
      case RELEASE_FEEDBACK -> Afterwards.release(persona, sent.id(), made);
      case WITHDRAW_FEEDBACK -> Afterwards.withdraw(persona, sent.id(), made);
      case LIST_RETURNS -> as(persona).get(staff + "/returns");
      case ANSWER_RETURN ->
          Afterwards.answer(persona, sent.id(), made, Map.of("answer", "taken-up"));
      case PARTNER_READ_FEEDBACK -> as(persona).get(agency + "/feedback");
      case PARTNER_RETURN_REFERRAL -> Afterwards.sendBack(persona, sent.id(), Afterwards.back());
      case PARTNER_LIST_RETURNS -> as(persona).get(agency + "/returns");
      default -> throw new IllegalArgumentException(operation + " is not told afterwards");
    };
  }

  private static Told told(ReferralOperation operation) {
    Sent sent = Requests.sent();
    Backstage.put(sent.id(), "accepted");
    String made =
        switch (operation) {
          case RELEASE_FEEDBACK, WITHDRAW_FEEDBACK ->
              Afterwards.record(Persona.SOCIAL_WORKER, sent.id(), Afterwards.feedback()).path("id");
          case ANSWER_RETURN ->
              Afterwards.sendBack(Persona.PARTNER_SYSTEM, sent.id(), Afterwards.back()).path("id");
          default -> "";
        };
    if (operation == ReferralOperation.WITHDRAW_FEEDBACK) {
      Afterwards.release(Persona.SOCIAL_WORKER, sent.id(), made);
    }
    return new Told(sent, made);
  }
}
