package org.hifazat.referral.requests.partner;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hifazat.referral.code.CodeMaps;
import org.hifazat.referral.code.ReferralCodes;
import org.hifazat.referral.requests.Handling;
import org.hifazat.referral.requests.Packet;
import org.hifazat.referral.requests.PacketState;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.requests.ReferralQueries;
import org.hifazat.referral.requests.web.ReferralView;
import org.jspecify.annotations.Nullable;

/**
 * A referral as the agency reads it: the packet and nothing of the case besides.
 *
 * @param statusReason why, in words; absent when consent ended or it was an error
 * @param statusCode why, by code of the list of status reasons
 * @param packet absent unless packetState is readable
 * @param packetState readable; unclaimed or with-a-colleague (to whoever has not taken it or is not
 *     whom it is meant for), not-accepted, time-over, consent-ended or taken-back
 * @param summary what is seen until the packet is readable; absent when it is read, or no more
 * @param packetUntil until when it stays readable, of a referral that has ended
 * @param addressee the one person at the agency it is meant for; absent for the queue
 * @param claim who has it; nobody while absent
 * @param loopClosedAt when the sender heard the outcome and closed the referral
 * @param agencyCodes what the agency calls our codes, where its code map has names for them
 */
public record PartnerReferralView(
    UUID id,
    UUID serviceId,
    String category,
    String status,
    @Nullable String statusReason,
    @Nullable String statusCode,
    String priority,
    String reasonCode,
    Instant authoredAt,
    Instant respondBy,
    Instant completeBy,
    @Nullable Packet packet,
    String packetState,
    @Nullable Instant packetUntil,
    @Nullable SummaryView summary,
    @Nullable Instant acknowledgedAt,
    @Nullable AddresseeView addressee,
    @Nullable ClaimView claim,
    ReferralView.@Nullable OutcomeView outcome,
    List<ReferralView.StepView> history,
    @Nullable Instant loopClosedAt,
    @Nullable AgencyCodesView agencyCodes,
    Instant lastModified) {

  /**
   * What the agency's own code maps call the codes of this referral.
   *
   * @param language of the child; only where the referral itself says it
   */
  public record AgencyCodesView(
      @Nullable String reasonCode,
      @Nullable String statusCode,
      @Nullable String outcomeCode,
      @Nullable String category,
      @Nullable String language) {

    private static @Nullable AgencyCodesView of(Map<String, String> theirs) {
      return theirs.isEmpty()
          ? null
          : new AgencyCodesView(
              theirs.get(ReferralCodes.REASON),
              theirs.get(ReferralCodes.STATUS_REASON),
              theirs.get(ReferralCodes.OUTCOME),
              theirs.get(CodeMaps.CATEGORY),
              theirs.get(CodeMaps.LANGUAGE));
    }
  }

  /**
   * Enough to take it or to say yes or no.
   *
   * @param requestText only to who has it, as the two after it
   * @param items kinds of item the packet holds besides
   */
  public record SummaryView(
      String ageBand,
      String sex,
      String language,
      @Nullable String attention,
      @Nullable String requestText,
      @Nullable String caseCode,
      @Nullable List<String> items) {

    public static @Nullable SummaryView of(ReferralQueries.Whole whole) {
      return switch (whole.packetState()) {
        case READABLE, TIME_OVER, CONSENT_ENDED, TAKEN_BACK -> null;
        case UNCLAIMED, WITH_A_COLLEAGUE -> of(whole.packet(), false);
        case NOT_ACCEPTED -> of(whole.packet(), true);
      };
    }

    private static SummaryView of(Packet packet, boolean words) {
      return new SummaryView(
          packet.ageBand(),
          packet.sex(),
          packet.language(),
          packet.attention(),
          words ? packet.requestText() : null,
          words ? packet.caseCode() : null,
          words ? packet.kinds() : null);
    }
  }

  /**
   * Somebody of the agency took it out of the queue.
   *
   * @param mine it is the caller's
   * @param byLink they said yes by a secure link
   */
  public record ClaimView(boolean mine, @Nullable String name, boolean byLink, Instant at) {

    static @Nullable ClaimView of(ReferralQueries.Whole whole) {
      return whole
          .referral()
          .handling()
          .filter(handling -> handling.claimedAt().isPresent())
          .map(
              handling ->
                  new ClaimView(
                      whole.mine(),
                      whole.claimedName(),
                      handling.isByLink(),
                      handling.claimedAt().orElseThrow()))
          .orElse(null);
    }
  }

  /**
   * Meant for one person, who alone answers and reads until it is handed over.
   *
   * @param mine it is the caller
   */
  public record AddresseeView(UUID id, boolean mine, @Nullable String name) {

    static @Nullable AddresseeView of(ReferralQueries.Whole whole) {
      return whole
          .referral()
          .addressee()
          .map(id -> new AddresseeView(id, whole.mine(), whole.addresseeName()))
          .orElse(null);
    }
  }

  /** Words of people are read by who reads the packet: what they say is of the child too. */
  public static boolean silent(ReferralQueries.Whole whole) {
    return switch (whole.packetState()) {
      case CONSENT_ENDED, TAKEN_BACK, UNCLAIMED, WITH_A_COLLEAGUE -> true;
      case READABLE, NOT_ACCEPTED, TIME_OVER -> false;
    };
  }

  public static ReferralView.@Nullable OutcomeView outcome(ReferralQueries.Whole whole) {
    ReferralView.OutcomeView outcome = ReferralView.OutcomeView.of(whole);
    return outcome == null || !silent(whole)
        ? outcome
        : new ReferralView.OutcomeView(outcome.code(), null, outcome.at());
  }

  public static PartnerReferralView of(ReferralQueries.Whole whole) {
    return of(whole, ours -> Map.of());
  }

  /**
   * @param names what the agency calls our codes, by list, where it has names for them
   */
  static PartnerReferralView of(
      ReferralQueries.Whole whole, UnaryOperator<Map<String, String>> names) {
    Referral referral = whole.referral();
    Packet packet = whole.packetState() == PacketState.READABLE ? whole.packet().disclosed() : null;
    SummaryView summary = SummaryView.of(whole);
    return new PartnerReferralView(
        referral.id(),
        referral.serviceId().orElseThrow(),
        referral.category(),
        referral.status().label(),
        silent(whole) ? null : whole.statusReason(),
        referral.statusCode().orElse(null),
        referral.priority(),
        referral.reasonCode(),
        referral.authoredAt(),
        referral.respondBy(),
        referral.completeBy(),
        packet,
        whole.packetState().label(),
        referral.packetUntil().orElse(null),
        summary,
        referral.handling().flatMap(Handling::acknowledgedAt).orElse(null),
        AddresseeView.of(whole),
        ClaimView.of(whole),
        outcome(whole),
        whole.steps().stream().map(ReferralView.StepView::of).toList(),
        referral.loopClosedAt().orElse(null),
        AgencyCodesView.of(names.apply(codes(referral, packet, summary))),
        referral.lastModified());
  }

  /** By list: those this answer says, and no other. */
  private static Map<String, String> codes(
      Referral referral, @Nullable Packet packet, @Nullable SummaryView summary) {
    Map<String, String> codes = new HashMap<>();
    codes.put(ReferralCodes.REASON, referral.reasonCode());
    codes.put(CodeMaps.CATEGORY, referral.category());
    referral.statusCode().ifPresent(code -> codes.put(ReferralCodes.STATUS_REASON, code));
    referral.outcomeCode().ifPresent(code -> codes.put(ReferralCodes.OUTCOME, code));
    if (packet != null) {
      codes.put(CodeMaps.LANGUAGE, packet.language());
    } else if (summary != null) {
      codes.put(CodeMaps.LANGUAGE, summary.language());
    }
    return codes;
  }

  /**
   * A line of the agency's list.
   *
   * @param loopClosedAt when the sender closed the referral
   * @param addressed it is meant for one person there
   */
  public record Line(
      UUID id,
      UUID serviceId,
      String category,
      String status,
      String priority,
      Instant authoredAt,
      Instant respondBy,
      Instant completeBy,
      boolean claimed,
      @Nullable Instant loopClosedAt,
      boolean addressed,
      Instant lastModified) {

    static Line of(Referral referral) {
      return new Line(
          referral.id(),
          referral.serviceId().orElseThrow(),
          referral.category(),
          referral.status().label(),
          referral.priority(),
          referral.authoredAt(),
          referral.respondBy(),
          referral.completeBy(),
          referral.handling().flatMap(Handling::claimedAt).isPresent(),
          referral.loopClosedAt().orElse(null),
          referral.addressee().isPresent(),
          referral.lastModified());
    }
  }
}
