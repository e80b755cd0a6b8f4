package org.hifazat.monitoring.access;

import org.hifazat.platform.security.Operation;

/** Everything anybody can ask of this service: there is no operation on a case or a child. */
public enum MonitoringOperation implements Operation {
  VIEW_FIGURES
}
