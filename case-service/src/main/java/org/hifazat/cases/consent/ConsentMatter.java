package org.hifazat.cases.consent;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is consented to.
 *
 * @param agencyId the one agency that information is shared with; null for every other purpose and
 *     where it is
 * @param recipientId somebody who is no agency of the directory
 * @param transferId the transfer by which a body outside gets the whole file; null for every other
 *     purpose
 */
public record ConsentMatter(
    String purpose,
    @Nullable UUID agencyId,
    @Nullable UUID recipientId,
    @Nullable UUID transferId) {
  public static final String SHARING = "share-information";

  private static final String HANDING_OVER = "hand-over";

  public ConsentMatter(String purpose, @Nullable UUID agencyId) {
    this(purpose, agencyId, null, null);
  }

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

  /** Handing the file over to the body outside that this transfer names. */
  public static ConsentMatter handingOver(UUID transferId) {
    return new ConsentMatter(HANDING_OVER, null, null, transferId);
  }

  /** Sharing with somebody no directory has. */
  static ConsentMatter sharingOutside(UUID recipientId) {
    return new ConsentMatter(SHARING, null, recipientId, null);
  }

  boolean isCasework() {
    return equals(casework());
  }

  boolean isHandingOver() {
    return purpose.equals(HANDING_OVER) || transferId != null;
  }

  /** Whether other services act on it; handing a file over is done here. */
  boolean isTold() {
    return !isHandingOver();
  }

  boolean isOf(Consent consent) {
    return equals(of(consent));
  }

  boolean isOf(ConsentOverride override) {
    return equals(override.matter());
  }

  static ConsentMatter of(Consent consent) {
    return new ConsentMatter(
        consent.purpose(), consent.agencyId(), consent.recipientId(), consent.transferId());
  }

  /**
   * Sharing, and nothing else, names one agency or one recipient outside; handing over, and nothing
   * else, a transfer.
   */
  boolean isWhole() {
    boolean one = (agencyId == null) != (recipientId == null);
    boolean none = agencyId == null && recipientId == null;
    return (purpose.equals(SHARING) ? one : none)
        && purpose.equals(HANDING_OVER) == (transferId != null);
  }
}
