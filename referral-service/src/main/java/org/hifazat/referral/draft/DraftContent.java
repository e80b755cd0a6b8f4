package org.hifazat.referral.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.packet.ReleaseItems;
import org.hifazat.referral.requests.Chosen;
import org.hifazat.referral.requests.MakeReferral;
import org.hifazat.referral.requests.PacketDraft;
import org.hifazat.referral.requests.WhereTo;
import org.jspecify.annotations.Nullable;

/** What is written of a referral so far: all of it may be missing, and none of it was asked for. */
public record DraftContent(
    @Nullable UUID serviceId,
    @Nullable UUID recipientId,
    @Nullable String priority,
    @Nullable String reasonCode,
    @Nullable String ageBand,
    @Nullable String sex,
    @Nullable String language,
    @Nullable String safeContact,
    @Nullable String safetyWarnings,
    @Nullable String requestText,
    @Nullable String attention,
    List<Item> items,
    @Nullable UUID addressee,
    @Nullable String addresseeName,
    @Nullable UUID partOf,
    @Nullable UUID actionId) {

  public DraftContent {
    items = List.copyOf(items);
  }

  /** Something of the case that is to go into the packet; text is null while nothing is written. */
  public record Item(
      String kind, @Nullable String text, @Nullable String because, @Nullable UUID orderId) {

    Item withoutWords() {
      return new Item(kind, null, null, null);
    }

    boolean hasWords() {
      return isWritten(text) || isWritten(because) || orderId != null;
    }
  }

  /** As it stands in a list: codes, and no words. */
  DraftContent codes() {
    return new DraftContent(
        serviceId,
        recipientId,
        priority,
        reasonCode,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        partOf,
        actionId);
  }

  /** Of an erased child. */
  static DraftContent nothing() {
    return new DraftContent(
        null, null, null, null, null, null, null, null, null, null, null, List.of(), null, null,
        null, null);
  }

  DraftContent withItems(UnaryOperator<Item> change) {
    return new DraftContent(
        serviceId,
        recipientId,
        priority,
        reasonCode,
        ageBand,
        sex,
        language,
        safeContact,
        safetyWarnings,
        requestText,
        attention,
        items.stream().map(change).toList(),
        addressee,
        addresseeName,
        partOf,
        actionId);
  }

  /**
   * The referral it asks for.
   *
   * @throws ProblemException draft-unfinished with the places where something is missing, or
   *     invalid-value for an addressee without a name
   */
  MakeReferral.Command asked(UUID caseId, Instant authoredAt, @Nullable String previewed) {
    Missing missing = new Missing();
    missing.unlessEither(serviceId, recipientId, "/serviceId");
    String how = missing.unlessWritten(priority, "/priority");
    String why = missing.unlessWritten(reasonCode, "/reasonCode");
    PacketDraft packet =
        new PacketDraft(
            missing.unlessWritten(ageBand, "/packet/ageBand"),
            missing.unlessWritten(sex, "/packet/sex"),
            missing.unlessWritten(language, "/packet/language"),
            missing.unlessWritten(safeContact, "/packet/safeContact"),
            written(safetyWarnings),
            missing.unlessWritten(requestText, "/packet/requestText"),
            written(attention),
            wanted(missing));
    missing.refuseAny();
    return new MakeReferral.Command(
        caseId,
        new WhereTo(serviceId, recipientId),
        how,
        why,
        packet,
        Chosen.of(addressee, addresseeName, "/addresseeName"),
        partOf,
        actionId,
        previewed,
        authoredAt);
  }

  private List<ReleaseItems.Wanted> wanted(Missing missing) {
    List<ReleaseItems.Wanted> wanted = new ArrayList<>();
    for (int place = 0; place < items.size(); place++) {
      Item item = items.get(place);
      wanted.add(
          new ReleaseItems.Wanted(
              item.kind(),
              missing.unlessWritten(item.text(), "/packet/items/" + place + "/text"),
              reason(item.because()),
              item.orderId()));
    }
    return wanted;
  }

  /** Blanks are no reason. */
  private static @Nullable String reason(@Nullable String because) {
    return because == null || because.isBlank() ? null : because.strip();
  }

  private static @Nullable String written(@Nullable String text) {
    return isWritten(text) ? text : null;
  }

  private static boolean isWritten(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  /** Gathers all that is missing: whoever sends is told once. */
  private static final class Missing {
    private final List<Violation> places = new ArrayList<>();

    String unlessWritten(@Nullable String text, String pointer) {
      if (text != null && !text.isBlank()) {
        return text;
      }
      places.add(new Violation(pointer, "required"));
      return "";
    }

    void unlessEither(@Nullable UUID one, @Nullable UUID other, String pointer) {
      if (one == null && other == null) {
        places.add(new Violation(pointer, "required"));
      }
    }

    void refuseAny() {
      if (!places.isEmpty()) {
        throw new ProblemException(ReferralProblem.DRAFT_UNFINISHED, places);
      }
    }
  }
}
