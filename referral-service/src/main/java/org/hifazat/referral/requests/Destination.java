package org.hifazat.referral.requests;

import java.util.UUID;
import org.hifazat.referral.knowncase.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * Where a referral goes and what for.
 *
 * @param serviceId of the directory; null exactly where the recipient is outside it
 */
record Destination(Recipient recipient, @Nullable UUID serviceId, String category) {

  /** The service, or whoever is asked outside the directory. */
  UUID asked() {
    return serviceId == null ? recipient.id() : serviceId;
  }
}
