package org.hifazat.e2e;

import java.util.List;

/** One child's way through the platform, and what only the child's own case file may say. */
record Journey(String reportId, String caseId, String referralId, List<String> secrets) {

  /** The address with this journey's ids in it. */
  String in(String path) {
    return path.replace("{report}", reportId)
        .replace("{case}", caseId)
        .replace("{referral}", referralId);
  }
}
