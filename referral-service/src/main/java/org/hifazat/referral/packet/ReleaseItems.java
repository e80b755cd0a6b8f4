package org.hifazat.referral.packet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.CareWithPackets;
import org.hifazat.referral.knowncase.KnownOrders;
import org.jspecify.annotations.Nullable;

/** Lets into a packet what the rules let its agency have, and nothing else. */
@ApplicationScoped
public class ReleaseItems {
  private final PacketRules rules;
  private final KnownOrders orders;
  private final CareWithPackets care;

  ReleaseItems(PacketRules rules, KnownOrders orders, CareWithPackets care) {
    this.rules = rules;
    this.orders = orders;
    this.care = care;
  }

  /**
   * @param because a reason
   * @param orderId the order of the case that asks for it
   */
  public record Wanted(
      String kind, String text, @Nullable String because, @Nullable UUID orderId) {}

  /** Whose packet it is, and for whom: what the service and its agency are listed for. */
  public record Purpose(UUID caseId, String category, String agency) {}

  /**
   * @param exceptions kinds of it that such a service does not get as a rule
   * @param ordered those of them it gets because that is ordered
   */
  public record Released(List<PacketItem> items, List<String> exceptions, List<String> ordered) {
    public static final Released NOTHING = new Released(List.of(), List.of(), List.of());
  }

  /**
   * In the order of the rules, whatever order they were sent in.
   *
   * @throws ProblemException item-unknown, item-twice, release-refused, release-needs-reason,
   *     release-needs-order, release-by-supervisor, order-not-in-force or clinical-by-psychologist,
   *     with the places of the items
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Released check(Purpose purpose, List<Wanted> wanted) {
    List<PacketRules.Kind> kinds = rules.of(purpose.category(), purpose.agency());
    Map<String, PacketRules.Kind> byKind =
        kinds.stream().collect(Collectors.toMap(PacketRules.Kind::kind, Function.identity()));
    Set<String> seen = new HashSet<>();
    for (int place = 0; place < wanted.size(); place++) {
      Wanted item = wanted.get(place);
      PacketRules.Kind kind = byKind.get(item.kind());
      String pointer = "/packet/items/" + place;
      if (kind == null) {
        throw refused(ReferralProblem.ITEM_UNKNOWN, pointer);
      }
      if (!seen.add(item.kind())) {
        throw refused(ReferralProblem.ITEM_TWICE, pointer);
      }
      refuseWhatMayNotGo(kind, item, purpose.caseId(), pointer);
    }
    Map<String, Wanted> chosen =
        wanted.stream().collect(Collectors.toMap(Wanted::kind, Function.identity()));
    List<PacketItem> items = new ArrayList<>();
    List<String> exceptions = new ArrayList<>();
    List<String> ordered = new ArrayList<>();
    for (PacketRules.Kind kind : kinds) {
      Wanted item = chosen.get(kind.kind());
      if (item != null) {
        boolean exception = kind.release().isExceptional();
        boolean onOrder = kind.release() == Release.ON_ORDER;
        items.add(
            new PacketItem(
                kind.kind(),
                kind.level(),
                item.text(),
                exception ? item.because() : null,
                onOrder ? item.orderId() : null));
        if (exception) {
          exceptions.add(kind.kind());
        }
        if (onOrder) {
          ordered.add(kind.kind());
        }
      }
    }
    return new Released(List.copyOf(items), List.copyOf(exceptions), List.copyOf(ordered));
  }

  /**
   * One item on its own, as in a file sent later.
   *
   * @return whether it is more than such a service gets as a rule
   * @throws ProblemException as {@link #check}, with the place /kind
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean isException(Purpose purpose, Wanted item) {
    PacketRules.Kind known =
        rules.of(purpose.category(), purpose.agency()).stream()
            .filter(one -> one.kind().equals(item.kind()))
            .findFirst()
            .orElseThrow(() -> refused(ReferralProblem.ITEM_UNKNOWN, "/kind"));
    refuseWhatMayNotGo(known, item, purpose.caseId(), "/kind");
    return known.release().isExceptional();
  }

  private void refuseWhatMayNotGo(PacketRules.Kind kind, Wanted item, UUID caseId, String pointer) {
    switch (kind.release()) {
      case NEVER -> throw refused(ReferralProblem.RELEASE_REFUSED, pointer);
      case WITH_REASON -> {
        if (item.because() == null) {
          throw refused(ReferralProblem.RELEASE_NEEDS_REASON, pointer);
        }
      }
      case ON_ORDER -> {
        UUID orderId = item.orderId();
        if (orderId == null) {
          throw refused(ReferralProblem.RELEASE_NEEDS_ORDER, pointer);
        }
        if (!care.releasesOnOrder()) {
          throw refused(ReferralProblem.RELEASE_BY_SUPERVISOR, pointer);
        }
        if (!orders.inForce(caseId, orderId)) {
          throw refused(ReferralProblem.ORDER_NOT_IN_FORCE, pointer);
        }
      }
      case INCLUDED, OFFERED -> {}
    }
    if (kind.isClinical() && !care.handlesClinical()) {
      throw refused(ReferralProblem.CLINICAL_BY_PSYCHOLOGIST, pointer);
    }
  }

  private static ProblemException refused(ReferralProblem problem, String pointer) {
    return new ProblemException(problem, new Violation(pointer, problem.code()));
  }
}
