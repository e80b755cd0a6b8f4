package org.hifazat.identity.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hifazat.identity.Names;
import org.hifazat.identity.event.UnitEstablished;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;

/** Adds a unit that is not there yet. */
@ApplicationScoped
public class EstablishUnit {
  public record Command(
      UUID id,
      String code,
      Names names,
      String managementLine,
      String basis,
      List<String> serves) {}

  private final UnitRepository units;
  private final Outbox outbox;
  private final Clock clock;

  EstablishUnit(UnitRepository units, Outbox outbox, Clock clock) {
    this.units = units;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * @return false when it was there already; it is left as it is, somebody may have edited it
   */
  @Transactional(TxType.MANDATORY)
  public boolean handle(Command command) {
    if (units.findByIdOptional(command.id()).isPresent()) {
      return false;
    }
    Unit unit =
        Unit.established(
            command.id(),
            command.code(),
            command.names(),
            command.managementLine(),
            command.basis());
    units.persistAndFlush(unit);
    outbox.append(
        new OutboxEvent(
            UnitEstablished.TYPE,
            "unit",
            unit.id().toString(),
            unit.version(),
            unit.id().toString(),
            clock.instant(),
            payload(unit, command.serves())));
    return true;
  }

  private static UnitEstablished payload(Unit unit, List<String> serves) {
    return new UnitEstablished(
        unit.id(),
        unit.code(),
        unit.names().en(),
        unit.names().ur(),
        unit.names().ps(),
        unit.managementLine(),
        serves);
  }
}
