package org.hifazat.identity.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hifazat.identity.district.Districts;

/** Reads units with the districts they serve now. */
@ApplicationScoped
public class Units {
  /**
   * @param districtCodes the districts it serves today
   */
  public record Known(Unit unit, List<String> districtCodes) {}

  private final UnitRepository units;
  private final Districts districts;

  Units(UnitRepository units, Districts districts) {
    this.units = units;
    this.districts = districts;
  }

  /** All units by code. */
  @Transactional
  public List<Known> all() {
    Map<UUID, List<String>> served = districts.codesByUnit();
    return units.inOrder().stream()
        .map(unit -> new Known(unit, served.getOrDefault(unit.id(), List.of())))
        .toList();
  }

  @Transactional
  public Optional<Known> find(UUID id) {
    return units
        .findByIdOptional(id)
        .map(unit -> new Known(unit, districts.codesByUnit().getOrDefault(id, List.of())));
  }

  /** Ids by code. */
  @Transactional
  public Map<String, UUID> idsByCode() {
    return units.inOrder().stream().collect(Collectors.toMap(Unit::code, Unit::id));
  }

  @Transactional
  public boolean exists(UUID id) {
    return units.findByIdOptional(id).isPresent();
  }
}
