package org.hifazat.identity.district;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hifazat.identity.Today;

/** Reads districts. */
@ApplicationScoped
public class Districts {
  private final DistrictRepository districts;
  private final Today today;

  Districts(DistrictRepository districts, Today today) {
    this.districts = districts;
    this.today = today;
  }

  /** All there are and were, by division and code. */
  @Transactional
  public List<District> all() {
    return districts.inOrder();
  }

  /** Codes of the districts each unit serves today. */
  @Transactional
  public Map<UUID, List<String>> codesByUnit() {
    LocalDate day = today.date();
    return districts.inOrder().stream()
        .filter(district -> district.unitId().isPresent())
        .filter(district -> !district.validFrom().isAfter(day))
        .filter(district -> district.validTo().map(last -> !last.isBefore(day)).orElse(true))
        .collect(
            Collectors.groupingBy(
                district -> district.unitId().orElseThrow(),
                Collectors.mapping(District::code, Collectors.toList())));
  }

  /** Whether all of them are districts, today or once. */
  @Transactional
  public boolean known(Collection<String> codes) {
    Set<String> known =
        districts.inOrder().stream().map(District::code).collect(Collectors.toSet());
    return known.containsAll(codes);
  }
}
