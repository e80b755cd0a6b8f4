package org.hifazat.assessment;

import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.OpenApiSnapshot;

@HifazatTest(service = "assessments")
class AssessmentInterfaceTest extends OpenApiSnapshot {
  AssessmentInterfaceTest() {
    super("assessment-service");
  }
}
