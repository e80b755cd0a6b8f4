package org.hifazat.platform.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * GET /q/audit/verification on the management port and from this machine only, since it reads the
 * whole trail; {@code ?position=&hash=} of a published checkpoint makes it a witness. 200 when
 * intact, 409 when not.
 */
@ApplicationScoped
class AuditVerificationEndpoint {
  private static final String COUNTER = "hifazat_audit_verifications";

  private final AuditVerification verification;
  private final Counter intact;
  private final Counter broken;

  AuditVerificationEndpoint(AuditVerification verification, MeterRegistry metrics) {
    this.verification = verification;
    // there from the start: a counter that first appears as 1 has not risen for Prometheus
    this.intact = metrics.counter(COUNTER, "result", "intact");
    this.broken = metrics.counter(COUNTER, "result", "broken");
  }

  void register(@Observes ManagementInterface management) {
    management.router().get("/q/audit/verification").blockingHandler(this::answer, false);
  }

  private void answer(RoutingContext request) {
    if (!OwnMachine.asks(request.request())) {
      request.response().setStatusCode(404).end();
      return;
    }
    Optional<AuditVerification.Witness> witness;
    try {
      witness = witness(request);
    } catch (NumberFormatException malformed) {
      request.response().setStatusCode(400).end();
      return;
    }
    AuditVerdict verdict = verification.verify(witness);
    boolean good = verdict instanceof AuditVerdict.Intact;
    (good ? intact : broken).increment();
    request
        .response()
        .setStatusCode(good ? 200 : 409)
        .putHeader("Content-Type", "application/json")
        .end(json(verdict).encode());
  }

  private static Optional<AuditVerification.Witness> witness(RoutingContext request) {
    String position = request.queryParams().get("position");
    String hash = request.queryParams().get("hash");
    return position == null || hash == null
        ? Optional.empty()
        : Optional.of(new AuditVerification.Witness(Long.parseLong(position), hash));
  }

  private static JsonObject json(AuditVerdict verdict) {
    return switch (verdict) {
      case AuditVerdict.Intact(long count, String head) ->
          JsonObject.of("result", "intact", "count", count, "head", head);
      case AuditVerdict.Broken(long position, String why) ->
          JsonObject.of("result", "broken", "position", position, "why", why);
      case AuditVerdict.CutOff(long expected, long found) ->
          JsonObject.of("result", "cut-off", "expected", expected, "found", found);
    };
  }
}
