package org.hifazat.referral.knowncase;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** An order holds longer, or no more. */
@ApplicationScoped
class LearnOrderChange implements EventHandler<LearnOrderChange.Told> {
  private final KnownOrders orders;

  LearnOrderChange(KnownOrders orders) {
    this.orders = orders;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Told(
      UUID caseId,
      UUID orderId,
      String madeBy,
      LocalDate beginsOn,
      @Nullable LocalDate endsOn,
      @Nullable Instant endedAt) {}

  @Override
  public String type() {
    return "org.hifazat.cases.order-changed.v1";
  }

  @Override
  public Class<Told> payload() {
    return Told.class;
  }

  @Override
  public void handle(ReceivedEvent<Told> event) {
    Told order = event.payload();
    orders.learn(
        new KnownOrders.Order(
            order.orderId(),
            order.caseId(),
            order.madeBy(),
            order.beginsOn(),
            order.endsOn(),
            order.endedAt() != null),
        event.aggregateVersion());
  }
}
