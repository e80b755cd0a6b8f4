package org.hifazat.monitoring;

import java.util.stream.Stream;
import org.hifazat.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  @TestFactory
  Stream<DynamicTest> theHouseRulesHold() {
    return ArchitectureRules.ofService("org.hifazat.monitoring").tests();
  }
}
