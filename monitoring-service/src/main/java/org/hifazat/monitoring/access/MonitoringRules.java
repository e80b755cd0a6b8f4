package org.hifazat.monitoring.access;

import static org.hifazat.platform.security.Relation.NONE;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.platform.security.OperationRules;
import org.hifazat.platform.security.Rule;

/** Figures of all districts are for those who monitor for the Commission, and for nobody else. */
@ApplicationScoped
public class MonitoringRules implements OperationRules<MonitoringOperation> {
  private static final String COMMISSION_MONITOR = "commission-monitor";

  @Override
  public Class<MonitoringOperation> operations() {
    return MonitoringOperation.class;
  }

  @Override
  public Map<MonitoringOperation, Rule> rules() {
    return Map.of(MonitoringOperation.VIEW_FIGURES, Rule.allow(COMMISSION_MONITOR, NONE));
  }
}
