package org.hifazat.identity.district;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.identity.Names;
import org.hifazat.identity.event.DistrictListed;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;

/** Adds a district that is not there yet. */
@ApplicationScoped
public class ListDistrict {
  public record Command(
      String code,
      String division,
      Names names,
      Optional<UUID> unitId,
      LocalDate validFrom,
      Optional<String> splitFrom) {}

  private final DistrictRepository districts;
  private final Outbox outbox;
  private final Clock clock;

  ListDistrict(DistrictRepository districts, Outbox outbox, Clock clock) {
    this.districts = districts;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * @return false when it was there already; it is left as it is, somebody may have edited it
   */
  @Transactional(TxType.MANDATORY)
  public boolean handle(Command command) {
    if (districts.findByIdOptional(command.code()).isPresent()) {
      return false;
    }
    District district = District.listed(command);
    districts.persistAndFlush(district);
    outbox.append(
        new OutboxEvent(
            DistrictListed.TYPE,
            "district",
            district.code(),
            district.version(),
            district.code(),
            clock.instant(),
            payload(district)));
    return true;
  }

  private static DistrictListed payload(District district) {
    return new DistrictListed(
        district.code(),
        district.division(),
        district.names().en(),
        district.names().ur(),
        district.names().ps(),
        district.validFrom(),
        district.validTo().orElse(null),
        district.unitId().orElse(null));
  }
}
