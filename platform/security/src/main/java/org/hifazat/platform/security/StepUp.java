package org.hifazat.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Holds sensitive operations back until the person has just shown again who they are. */
@ApplicationScoped
class StepUp {
  private final CallerContext callers;
  private final OperationCatalogue catalogue;
  private final AuditLog audit;
  private final StepUpConfig config;
  private final Clock clock;

  StepUp(
      CallerContext callers,
      OperationCatalogue catalogue,
      AuditLog audit,
      StepUpConfig config,
      Clock clock) {
    this.callers = callers;
    this.catalogue = catalogue;
    this.audit = audit;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Refuses, and records the attempt, when the operation is sensitive and the sign-in too old or
   * too weak. Consumers and jobs of this service do not sign in: their rules alone bind them.
   */
  void require(String operation, String subjectType, Object subjectId) {
    if (!catalogue.isSensitive(operation) || callers.current().isSystem()) {
      return;
    }
    SignIn signIn = callers.signIn();
    Optional<SignIn.Lack> lack = signIn.lack(clock.instant(), config.maxAge(), config.acr());
    if (lack.isPresent()) {
      audit.refused(operation, subjectType, subjectId, lack.get().code());
      throw new StepUpRequiredException(operation, config.maxAge(), signIn.needed(config.acr()));
    }
  }
}
