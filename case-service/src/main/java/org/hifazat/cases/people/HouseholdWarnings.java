package org.hifazat.cases.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.WarningSource;

/** A person of concern who lives with the child or cares for them is said before anything else. */
@ApplicationScoped
public class HouseholdWarnings implements WarningSource {
  static final String IN_HOUSEHOLD = "person-of-concern-in-household";
  static final String CARES = "person-of-concern-is-caregiver";

  private final Session entities;
  private final Clock clock;

  HouseholdWarnings(Session entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<UUID, List<String>> warnings(Collection<UUID> caseIds) {
    Map<UUID, List<String>> warnings = new HashMap<>();
    entities
        .createNativeQuery(
            """
            select case_id, bool_or('household' = any (roles)),
                   bool_or('caregiver' = any (roles) or 'guardian' = any (roles))
              from case_person
             where case_id in (:cases) and 'person-of-concern' = any (roles)
               and (valid_from is null or valid_from <= :today)
               and (valid_to is null or valid_to >= :today)
             group by case_id""",
            Object[].class)
        .setParameterList("cases", caseIds)
        .setParameter("today", KarachiTime.day(clock.instant()))
        .getResultList()
        .forEach(row -> warnings.put((UUID) row[0], codes((Boolean) row[1], (Boolean) row[2])));
    return warnings;
  }

  private static List<String> codes(boolean inHousehold, boolean cares) {
    List<String> codes = new ArrayList<>();
    if (inHousehold) {
      codes.add(IN_HOUSEHOLD);
    }
    if (cares) {
      codes.add(CARES);
    }
    return codes;
  }
}
