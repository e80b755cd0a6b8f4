package org.hifazat.referral.sandbox.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.hifazat.platform.security.Performs;
import org.hifazat.referral.sandbox.ResetSandbox;

/** What an agency's developers try things on. */
@Path("/partner/v1/sandbox")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class SandboxResource {
  private final ResetSandbox resetting;

  SandboxResource(ResetSandbox resetting) {
    this.resetting = resetting;
  }

  /** Everything in the caller's sandbox goes, and the invented referrals wait as at first. */
  @POST
  @Path("/reset")
  @Performs("PARTNER_RESET_SANDBOX")
  public SandboxView resetSandbox() {
    return new SandboxView(resetting.handle());
  }
}
