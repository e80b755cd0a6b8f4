package org.hifazat.cases.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A feature that has something to warn of before anybody acts on a case; one bean per feature. The
 * warnings stand in the head of the case and in its line of the list, for those who may read it.
 */
public interface WarningSource {
  /**
   * @return codes by case; cases without a warning are absent. One statement however many cases
   */
  Map<UUID, List<String>> warnings(Collection<UUID> caseIds);
}
