package org.hifazat.referral.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hifazat.platform.persistence.SearchTokens;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.directory.ServiceDirectory;
import org.hifazat.referral.knowncase.KnownCase;
import org.hifazat.referral.packet.PacketItem;
import org.hifazat.referral.packet.ReleaseItems;
import org.jspecify.annotations.Nullable;

/** The one place where a packet comes from: what is previewed and what is sent cannot differ. */
@ApplicationScoped
class BuildPacket {
  private final ReleaseItems release;
  private final ServiceDirectory directory;
  private final SearchTokens tokens;
  private final ObjectMapper json;

  BuildPacket(
      ReleaseItems release, ServiceDirectory directory, SearchTokens tokens, ObjectMapper json) {
    this.release = release;
    this.directory = directory;
    this.tokens = tokens;
    this.json = json;
  }

  /**
   * @param mark the same for the same packet to the same service or recipient, and no other
   * @param exceptions kinds of item in it that such a service does not get as a rule
   * @param ordered those of them it gets because that is ordered
   */
  record Built(Packet packet, String mark, List<String> exceptions, List<String> ordered) {

    /** What of it is on record: why more was told than such a service gets. */
    Stream<String> codes() {
      List<PacketItem> items = packet.items();
      Stream<String> orders =
          items == null
              ? Stream.empty()
              : items.stream()
                  .map(PacketItem::orderId)
                  .filter(Objects::nonNull)
                  .distinct()
                  .map(order -> "order:" + order);
      return Stream.concat(
          exceptions.stream()
              .map(kind -> (ordered.contains(kind) ? "released-on-order:" : "released:") + kind),
          orders);
    }

    /**
     * @throws ProblemException preview-differs or preview-needed
     */
    void requirePreviewed(@Nullable String previewed) {
      if (previewed != null && !previewed.equals(mark)) {
        throw new ProblemException(ReferralProblem.PREVIEW_DIFFERS);
      }
      if (previewed == null && needsLook()) {
        throw new ProblemException(ReferralProblem.PREVIEW_NEEDED);
      }
    }

    /** More than the rule, or something sensitive, clinical or of nationality also as the rule. */
    private boolean needsLook() {
      List<PacketItem> items = packet.items();
      return !exceptions.isEmpty()
          || (items != null && items.stream().anyMatch(item -> !item.hasLevel("service")));
    }
  }

  /**
   * @throws ProblemException when something may not go to such a service
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Built of(KnownCase known, Destination to, PacketDraft draft) {
    ReleaseItems.Released released =
        draft.items().isEmpty()
            ? ReleaseItems.Released.NOTHING
            : release.check(
                new ReleaseItems.Purpose(known.caseId(), to.category(), listedFor(to)),
                draft.items());
    Packet packet =
        new Packet(
            known.number(),
            draft.ageBand(),
            draft.sex(),
            draft.language(),
            draft.safeContact(),
            draft.safetyWarnings(),
            draft.requestText(),
            draft.attention(),
            released.items());
    return new Built(packet, mark(known, to, packet), released.exceptions(), released.ordered());
  }

  /** What such an agency is listed for; whoever is outside the directory, what they are asked. */
  private String listedFor(Destination to) {
    return to.recipient().agency().map(directory::listedFor).orElse(to.category());
  }

  private String mark(KnownCase known, Destination to, Packet packet) {
    try {
      String shown = known.caseId() + " " + to.asked() + " " + json.writeValueAsString(packet);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(tokens.token("packet-preview", shown));
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("a packet cannot be written", fault);
    }
  }
}
