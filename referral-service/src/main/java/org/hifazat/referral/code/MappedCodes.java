package org.hifazat.referral.code;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Our codes that an agency may have names of its own for, whoever keeps the list. */
@ApplicationScoped
class MappedCodes {
  private final Session session;
  private final ReferralCodes codes;

  MappedCodes(Session session, ReferralCodes codes) {
    this.session = session;
    this.codes = codes;
  }

  /**
   * Those of a list today: of the directory, of what a packet says of the child, or of referrals.
   */
  Set<String> of(String list) {
    return switch (list) {
      case CodeMaps.CATEGORY -> all("select code from taxonomy_term");
      case CodeMaps.LANGUAGE -> all("select code from packet_language");
      default ->
          codes.today().stream()
              .filter(code -> code.list().equals(list))
              .map(ReferralCodes.Code::code)
              .collect(Collectors.toSet());
    };
  }

  private Set<String> all(String query) {
    return Set.copyOf(session.createNativeQuery(query, String.class).getResultList());
  }
}
