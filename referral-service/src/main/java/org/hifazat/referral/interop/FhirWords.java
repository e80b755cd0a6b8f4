package org.hifazat.referral.interop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.referral.code.ReferralCodes;
import org.hifazat.referral.requests.ReferralQueries;
import org.hifazat.referral.requests.partner.PartnerReferralView;

/** A referral's words with the names of the codes, for those who know FHIR and not our codes. */
@ApplicationScoped
public class FhirWords {
  private final ReferralCodes codes;

  FhirWords(ReferralCodes codes) {
    this.codes = codes;
  }

  public Words of(PartnerReferralView view) {
    return Words.of(view, reasons());
  }

  /** For the side that sent it. */
  public Words of(ReferralQueries.Whole whole) {
    return Words.of(whole, reasons());
  }

  /** In lists. */
  Words none() {
    return Words.none(reasons());
  }

  private Map<String, String> reasons() {
    return codes.english(ReferralCodes.STATUS_REASON);
  }
}
