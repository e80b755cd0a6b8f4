package org.hifazat.referral.requests.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.hifazat.platform.security.Performs;
import org.hifazat.referral.requests.Chosen;
import org.hifazat.referral.requests.HandOver;
import org.jspecify.annotations.Nullable;

/** Whoever keeps an agency's people hands on what is meant for one of them, unread. */
@Path("/v1/agency-people/{personId}/handing-over")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HandingOverResource {
  private final HandOver handing;

  HandingOverResource(HandOver handing) {
    this.handing = handing;
  }

  /**
   * @param to whom they are meant for from now on, of the same agency; its queue when left out
   * @param toName what whoever hands them over saw them called; goes with to
   * @param reason in words; the senders read it
   */
  public record HandAllOverRequest(
      @Nullable UUID to,
      @Nullable @Size(min = 1, max = Chosen.LENGTH) @Pattern(regexp = Chosen.NAME) String toName,
      @NotBlank @Size(min = 3, max = 1000) String reason) {}

  /**
   * @param referrals how many were at work and meant for the person
   */
  public record HandedAllOverView(int referrals) {}

  @POST
  @Performs("HAND_OVER_REFERRALS")
  public HandedAllOverView handAllOver(
      @PathParam("personId") UUID personId, @NotNull @Valid HandAllOverRequest request) {
    return new HandedAllOverView(
        handing.handleAll(
            new HandOver.All(
                personId,
                Chosen.of(request.to(), request.toName(), "/toName"),
                request.reason().strip())));
  }
}
