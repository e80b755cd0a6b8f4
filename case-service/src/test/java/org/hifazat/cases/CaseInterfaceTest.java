package org.hifazat.cases;

import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.OpenApiSnapshot;

@HifazatTest(service = "cases")
class CaseInterfaceTest extends OpenApiSnapshot {
  CaseInterfaceTest() {
    super("case-service");
  }
}
