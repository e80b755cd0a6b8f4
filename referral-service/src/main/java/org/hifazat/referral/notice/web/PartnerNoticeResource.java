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

/** Where an agency hears that something waits, for itself. */
@Path("/partner/v1/notice-addresses")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PartnerNoticeResource {
  private final NoticeAddresses addresses;

  PartnerNoticeResource(NoticeAddresses addresses) {
    this.addresses = addresses;
  }

  /**
   * @param address an e-mail address, or for sms a number with its country's code, as in +92…
   * @param language of what is sent
   */
  public record OwnNoticeAddressRequest(
      @NotNull @Pattern(regexp = "email|sms") String channel,
      @NotNull @Size(max = 320) String address,
      @NotNull @Pattern(regexp = "en|ur|ps") String language) {}

  @GET
  @Performs("LIST_NOTICE_ADDRESSES")
  public NoticeAddressList noticeAddressesOfAgency() {
    return new NoticeAddressList(addresses.of(null));
  }

  @POST
  @Performs("KEEP_NOTICE_ADDRESSES")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = NoticeAddressList.Added.class)))
  public Response addNoticeAddressOfAgency(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @NotNull @Valid OwnNoticeAddressRequest request) {
    Created created =
        addresses.add(
            new NoticeAddresses.Command(
                null, request.channel(), request.address(), request.language()),
            idempotencyKey);
    return Response.created(created.location())
        .entity(new NoticeAddressList.Added(created.id()))
        .build();
  }

  @DELETE
  @Path("/{id}")
  @Performs("KEEP_NOTICE_ADDRESSES")
  @APIResponse(responseCode = "204", description = "Nothing is sent there any more.")
  public void removeNoticeAddressOfAgency(@PathParam("id") UUID id) {
    addresses.remove(id);
  }
}
