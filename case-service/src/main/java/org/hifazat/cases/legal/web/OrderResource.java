package org.hifazat.cases.legal.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.legal.LegalFile;
import org.hifazat.cases.legal.Orders;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** What becomes of one order. */
@Path("/v1/orders/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrderResource {
  private final Orders orders;

  OrderResource(Orders orders) {
    this.orders = orders;
  }

  /**
   * @param reason a code of list order-end
   */
  public record OrderEndRequest(
      @NotNull @Size(min = 1, max = 40) String reason, @NotNull Instant happenedAt) {}

  /**
   * @param endsOn the new last day
   * @param happenedAt when it was extended
   */
  public record ExtensionRequest(@NotNull LocalDate endsOn, @NotNull Instant happenedAt) {}

  @POST
  @Path("/end")
  @Performs("RECORD_LEGAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LegalView.OrderView.class)))
  public Response end(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid OrderEndRequest request) {
    return changed(
        orders.end(id, request.reason(), request.happenedAt(), Preconditions.expected(ifMatch)));
  }

  @POST
  @Path("/extension")
  @Performs("RECORD_LEGAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LegalView.OrderView.class)))
  public Response extend(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ExtensionRequest request) {
    return changed(
        orders.extend(id, request.endsOn(), request.happenedAt(), Preconditions.expected(ifMatch)));
  }

  private static Response changed(LegalFile.Order order) {
    return changed(order.order().version(), LegalView.OrderView.of(order));
  }

  private static Response changed(long version, Object body) {
    return Response.ok(body).header(HttpHeaders.ETAG, ETags.of(version)).build();
  }
}
