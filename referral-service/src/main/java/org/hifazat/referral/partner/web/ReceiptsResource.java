package org.hifazat.referral.partner.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.hifazat.platform.security.Performs;
import org.hifazat.referral.partner.Receipts;

/** What of a referral was delivered and read, for the sender. */
@Path("/v1")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class ReceiptsResource {
  private final Receipts receipts;

  ReceiptsResource(Receipts receipts) {
    this.receipts = receipts;
  }

  @GET
  @Path("/referrals/{id}/receipts")
  @Performs("VIEW_REFERRAL")
  public ReceiptsView receipts(@PathParam("id") UUID id) {
    return ReceiptsView.of(receipts.of(id));
  }
}
