package org.hifazat.gateway;

import java.util.stream.Stream;
import org.hifazat.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  @TestFactory
  Stream<DynamicTest> theHouseRulesHold() {
    return ArchitectureRules.ofService("org.hifazat.gateway")
        .except("the domain knows neither HTTP nor Kafka", "the gateway is an edge from end to end")
        .tests();
  }
}
