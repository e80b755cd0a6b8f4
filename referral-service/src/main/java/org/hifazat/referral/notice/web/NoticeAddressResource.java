package org.hifazat.referral.notice.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Created;
import org.hifazat.referral.notice.NoticeAddresses;
import org.jspecify.annotations.Nullable;

/** Where agencies hear that something waits, for the Commission's administration. */
@Path("/v1/notice-addresses")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NoticeAddressResource {
  private final NoticeAddresses addresses;

  NoticeAddressResource(NoticeAddresses addresses) {
    this.addresses = addresses;
  }

  /**
   * @param address an e-mail address, or for sms a number with its country's code, as in +92…
   * @param language of what is sent
   */
  public record NoticeAddressRequest(
      @NotNull UUID agencyId,
      @NotNull @Pattern(regexp = "email|sms") String channel,
      @NotNull @Size(max = 320) String address,
      @NotNull @Pattern(regexp = "en|ur|ps") String language) {}

  @GET
  @Performs("LIST_NOTICE_ADDRESSES")
  public NoticeAddressList noticeAddresses(@QueryParam("agencyId") @Nullable UUID agencyId) {
    return new NoticeAddressList(addresses.of(agencyId));
  }

  @POST
  @Performs("KEEP_NOTICE_ADDRESSES")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = NoticeAddressList.Added.class)))
  public Response addNoticeAddress(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @NotNull @Valid NoticeAddressRequest request) {
    Created created =
        addresses.add(
            new NoticeAddresses.Command(
                request.agencyId(), request.channel(), request.address(), request.language()),
            idempotencyKey);
    return Response.created(created.location())
        .entity(new NoticeAddressList.Added(created.id()))
        .build();
  }

  @DELETE
  @Path("/{id}")
  @Performs("KEEP_NOTICE_ADDRESSES")
  @APIResponse(responseCode = "204", description = "Nothing is sent there any more.")
  public void removeNoticeAddress(@PathParam("id") UUID id) {
    addresses.remove(id);
  }
}
