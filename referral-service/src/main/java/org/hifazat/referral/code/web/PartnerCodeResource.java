package org.hifazat.referral.code.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.hifazat.platform.security.Performs;
import org.hifazat.referral.code.ReferralCodes;
import org.jspecify.annotations.Nullable;

/** The same codes, for agencies. */
@Path("/partner/v1/referral-codes")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class PartnerCodeResource {
  private final ReferralCodes codes;

  PartnerCodeResource(ReferralCodes codes) {
    this.codes = codes;
  }

  /**
   * In the order they are offered.
   *
   * @param on a day, also one to come; today when left out
   */
  @GET
  @Performs("LIST_REFERRAL_CODES")
  public ReferralCodeResource.CodeList forAgencies(@QueryParam("on") @Nullable String on) {
    return new ReferralCodeResource.CodeList(ReferralCodeResource.offered(codes, on));
  }
}
