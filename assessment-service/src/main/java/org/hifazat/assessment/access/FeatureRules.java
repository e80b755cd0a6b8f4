package org.hifazat.assessment.access;

import java.util.Map;
import org.hifazat.platform.security.Rule;

/** The rules of one feature's operations; one bean per feature, in the feature's own package. */
public interface FeatureRules {

  /**
   * Operation to rule; an operation that another feature names too keeps the service from starting.
   */
  Map<AssessmentOperation, Rule> rules();
}
