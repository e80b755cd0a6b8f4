package org.hifazat.referral;

import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.OpenApiSnapshot;

@HifazatTest(service = "referrals")
class ReferralInterfaceTest extends OpenApiSnapshot {
  ReferralInterfaceTest() {
    super("referral-service");
  }
}
