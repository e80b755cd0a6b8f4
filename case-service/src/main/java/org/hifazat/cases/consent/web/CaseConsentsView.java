package org.hifazat.cases.consent.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.consent.CaseConsents;
import org.hifazat.cases.consent.ConsentStanding;
import org.hifazat.cases.consent.KnownRecipient;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * The consent page of a case.
 *
 * @param ageBand the child's today: 0-5, 6-11, 12-14, 15-17 or 18+
 * @param consents the last words that were said, in the order they happened
 * @param next cursor for {@code …/consent-words}, which goes on to those before; absent when all
 *     are shown here
 * @param recipients outside the directory whom consents and overrides name
 */
public record CaseConsentsView(
    String ageBand,
    List<StandingView> standings,
    List<ConsentView> consents,
    @Nullable String next,
    List<OverrideView> overrides,
    List<RecipientView> recipients) {

  /** Who they are; nobody else is told. */
  public record RecipientView(UUID id, String name, String serviceType, String place) {

    static RecipientView of(KnownRecipient recipient) {
      return new RecipientView(
          recipient.id(),
          recipient.facts().name(),
          recipient.facts().serviceType(),
          recipient.facts().place());
    }
  }

  /**
   * @param basis consent, court, override or none
   * @param missing codes of what stands in the way of consent
   */
  public record StandingView(
      String purpose,
      @Nullable UUID agencyId,
      @Nullable UUID recipientId,
      @Nullable UUID transferId,
      boolean stands,
      String basis,
      @Nullable LocalDate until,
      List<String> missing) {

    static StandingView of(ConsentStanding standing) {
      return new StandingView(
          standing.matter().purpose(),
          standing.matter().agencyId(),
          standing.matter().recipientId(),
          standing.matter().transferId(),
          standing.stands(),
          standing.basis(),
          standing.until(),
          standing.missing());
    }
  }

  static CaseConsentsView of(CaseConsents.Whole whole, Page<ConsentView> words) {
    return new CaseConsentsView(
        whole.ageBand().label(),
        whole.standings().stream().map(StandingView::of).toList(),
        words.items().reversed(),
        words.next().orElse(null),
        whole.overrides().stream()
            .map(one -> OverrideView.of(one.override(), one.text(), one.comment()))
            .toList(),
        whole.recipients().stream().map(RecipientView::of).toList());
  }
}
