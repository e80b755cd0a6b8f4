package org.hifazat.monitoring;

import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.OpenApiSnapshot;

@HifazatTest(service = "monitoring")
class MonitoringInterfaceTest extends OpenApiSnapshot {
  MonitoringInterfaceTest() {
    super("monitoring-service");
  }
}
