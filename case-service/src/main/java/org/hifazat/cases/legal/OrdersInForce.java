package org.hifazat.cases.legal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Orders that what others do may rest on. */
@ApplicationScoped
public class OrdersInForce {
  private static final String NO_COURT = "protection-officer";

  private final Session entities;

  OrdersInForce(Session entities) {
    this.entities = entities;
  }

  /**
   * @param ofCourt made by a court, a magistrate or a committee
   * @param inForce on the day that was asked about
   * @param lastDay null when it has none
   */
  public record Standing(
      boolean ofCourt, boolean inForce, @Nullable LocalDate lastDay, UUID recordedBy) {}

  /** Empty when the case has no such order. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Standing> standing(UUID caseId, UUID orderId, LocalDate day) {
    return Optional.ofNullable(entities.find(LegalOrder.class, orderId))
        .filter(order -> order.caseId().equals(caseId))
        .map(
            order ->
                new Standing(
                    isOfCourt(order),
                    isInForce(order, day),
                    order.endsOn().orElse(null),
                    order.recordedBy()));
  }

  /** Whether any court's or committee's order about the child is in force. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean any(UUID caseId, LocalDate day) {
    return entities
        .createQuery("from LegalOrder where caseId = :case and endedAt is null", LegalOrder.class)
        .setParameter("case", caseId)
        .getResultStream()
        .anyMatch(order -> isOfCourt(order) && isInForce(order, day));
  }

  private static boolean isOfCourt(LegalOrder order) {
    return !order.madeBy().equals(NO_COURT);
  }

  private static boolean isInForce(LegalOrder order, LocalDate day) {
    return order.endedAt().isEmpty()
        && !order.beginsOn().isAfter(day)
        && order.endsOn().filter(day::isAfter).isEmpty();
  }
}
