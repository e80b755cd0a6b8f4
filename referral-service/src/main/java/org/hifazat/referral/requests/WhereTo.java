package org.hifazat.referral.requests;

import java.util.UUID;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Whom a sender asks: a service of the directory, or somebody outside it whom a consent of the case
 * names.
 */
public record WhereTo(@Nullable UUID serviceId, @Nullable UUID recipientId) {

  /**
   * @throws ProblemException invalid-value unless it is one of the two
   */
  public static WhereTo of(@Nullable UUID serviceId, @Nullable UUID recipientId) {
    if (serviceId == null && recipientId == null) {
      throw notOne();
    }
    requireNotBoth(serviceId, recipientId);
    return new WhereTo(serviceId, recipientId);
  }

  /**
   * @throws ProblemException invalid-value
   */
  public static void requireNotBoth(@Nullable UUID serviceId, @Nullable UUID recipientId) {
    if (serviceId != null && recipientId != null) {
      throw notOne();
    }
  }

  private static ProblemException notOne() {
    return new ProblemException(
        CommonProblem.INVALID_VALUE, new Violation("/serviceId", "one-of-service-and-recipient"));
  }
}
