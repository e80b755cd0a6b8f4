package org.hifazat.referral.requests;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.hifazat.referral.knowncase.KnownCases;
import org.jspecify.annotations.Nullable;

/** What a referral was sent on: a consent, or an override of it. */
@Embeddable
class Ground {
  @Column(name = "consent_id", updatable = false)
  private @Nullable UUID basisId;

  @Column(name = "override_code", updatable = false)
  private @Nullable String overrideCode;

  /** The event of the newest word on sharing then; null of what was sent before it was kept. */
  @Column(name = "consent_told_by", updatable = false)
  private @Nullable UUID toldBy;

  protected Ground() {}

  Ground(KnownCases.Basis basis) {
    basisId = basis.id();
    overrideCode = basis.overrideCode();
    toldBy = basis.toldBy();
  }

  boolean isOverride() {
    return overrideCode != null;
  }
}
