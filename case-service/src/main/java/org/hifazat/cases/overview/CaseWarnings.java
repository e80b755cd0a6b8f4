package org.hifazat.cases.overview;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hifazat.cases.casefile.WarningSource;

/** What all features warn of. */
@ApplicationScoped
public class CaseWarnings {
  private final List<WarningSource> sources;

  CaseWarnings(@All List<WarningSource> sources) {
    this.sources = sources;
  }

  /**
   * @return codes by case, as many statements as there are features that warn
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<UUID, List<String>> of(Collection<UUID> caseIds) {
    Map<UUID, List<String>> all = new HashMap<>();
    if (!caseIds.isEmpty()) {
      for (WarningSource source : sources) {
        source
            .warnings(caseIds)
            .forEach((id, codes) -> all.computeIfAbsent(id, x -> new ArrayList<>()).addAll(codes));
      }
    }
    return all;
  }
}
