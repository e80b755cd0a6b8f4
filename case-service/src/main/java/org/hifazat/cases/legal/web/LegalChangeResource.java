package org.hifazat.cases.legal.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.hifazat.cases.legal.CourtMatters;
import org.hifazat.cases.legal.Hearings;
import org.hifazat.cases.legal.LegalFile;
import org.hifazat.cases.legal.Orders;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** What becomes of matters, hearings and orders. */
@Path("/v1")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LegalChangeResource {
  private final CourtMatters matters;
  private final Hearings hearings;
  private final Orders orders;

  LegalChangeResource(CourtMatters matters, Hearings hearings, Orders orders) {
    this.matters = matters;
    this.hearings = hearings;
    this.orders = orders;
  }

  /**
   * @param outcome a code of list matter-outcome
   */
  public record DecisionRequest(
      @NotNull @Size(min = 1, max = 40) String outcome, @NotNull Instant happenedAt) {}

  /**
   * @param childAttended for a hearing that was held, and only then
   * @param nextAt the date it was put off to, or the next one the court named
   */
  public record HearingOutcomeRequest(
      @NotNull @Pattern(regexp = "held|adjourned|cancelled") String result,
      @NotNull Instant happenedAt,
      @Nullable Boolean childAttended,
      @Nullable @Size(min = 1, max = 10_000) String note,
      @Nullable Instant nextAt) {}

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
  @Path("/court-matters/{id}/decision")
  @Performs("RECORD_LEGAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LegalView.MatterView.class)))
  public Response decide(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid DecisionRequest request) {
    LegalFile.Matter matter =
        matters.decide(
            id, request.outcome(), request.happenedAt(), Preconditions.expected(ifMatch));
    return changed(matter.matter().version(), LegalView.MatterView.of(matter));
  }

  @POST
  @Path("/hearings/{id}/outcome")
  @Performs("RECORD_LEGAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LegalView.HearingView.class)))
  public Response went(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid HearingOutcomeRequest request) {
    LegalFile.Date date =
        hearings.went(
            id,
            new Hearings.Outcome(
                request.result(),
                request.happenedAt(),
                request.childAttended(),
                request.note(),
                request.nextAt()),
            Preconditions.expected(ifMatch));
    return changed(date.hearing().version(), LegalView.HearingView.of(date));
  }

  @POST
  @Path("/orders/{id}/end")
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
  @Path("/orders/{id}/extension")
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
