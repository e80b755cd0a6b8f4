package org.hifazat.referral;

import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.json;

import io.restassured.response.Response;
import java.util.Map;
import java.util.Set;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.hifazat.referral.access.ReferralOperation;

/** The secure links' rows of the refusal matrix: no account opens a link or reads by one. */
final class LinkMatrix {
  static final Map<String, Set<Relation>> NOBODYS = Map.of();

  private record Linked(Sent sent, String link) {}

  private LinkMatrix() {}

  static Response attempt(ReferralOperation operation, Persona persona, Relation relation) {
    return switch (operation) {
      case MAKE_LINK ->
          Links.make(persona, RefusalMatrixTest.subject(operation, persona, relation).id());
      case LIST_LINKS ->
          as(persona)
              .get(
                  "/v1/referrals/"
                      + RefusalMatrixTest.subject(operation, persona, relation).id()
                      + "/links");
      case REVOKE_LINK -> {
        Linked linked = Ready.of(operation, LinkMatrix::linked);
        RefusalMatrixTest.stand(linked.sent().caseId(), persona, relation);
        yield Links.revoke(persona, linked.sent().id(), linked.link());
      }
      case OPEN_LINK ->
          as(persona)
              .body(json(Map.of("token", "t".repeat(43), "code", "12345678")))
              .post("/link/v1/openings");
      case LINK_VIEW_REFERRAL -> as(persona).get("/link/v1/referral");
      case LINK_ANSWER_REFERRAL ->
          as(persona).header("If-Match", "\"v0\"").post("/link/v1/referral/acceptance");
      case LINK_WRITE -> as(persona).body("{\"text\":\"a\"}").post("/link/v1/referral/message");
      case LINK_CLOSE -> as(persona).post("/link/v1/closing");
      default -> throw new IllegalArgumentException(operation + " is not of links");
    };
  }

  private static Linked linked() {
    Sent sent = Requests.sent();
    return new Linked(sent, Links.made(sent.id()).id());
  }
}
