package org.hifazat.cases.consent;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is consented to.
 *
 * @param agencyId the one agency that information is shared with; null for every other purpose
 */
public record ConsentMatter(String purpose, @Nullable UUID agencyId) {
  public static final String SHARING = "share-information";

  /** What is asked of every child; sharing is asked for each agency. */
  static final List<ConsentMatter> GENERAL =
      List.of(
          new ConsentMatter("case-management", null),
          new ConsentMatter("reporting", null),
          new ConsentMatter("tracing", null),
          new ConsentMatter("photo", null),
          new ConsentMatter("share-unhcr", null));

  public static ConsentMatter casework() {
    return GENERAL.getFirst();
  }

  boolean isOf(Consent consent) {
    return purpose.equals(consent.purpose()) && Objects.equals(agencyId, consent.agencyId());
  }

  boolean isOf(ConsentOverride override) {
    return equals(override.matter());
  }

  static ConsentMatter of(Consent consent) {
    return new ConsentMatter(consent.purpose(), consent.agencyId());
  }

  /** Sharing, and nothing else, names an agency. */
  boolean isWhole() {
    return purpose.equals(SHARING) == (agencyId != null);
  }
}
