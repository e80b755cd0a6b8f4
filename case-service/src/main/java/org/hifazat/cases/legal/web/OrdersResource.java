package org.hifazat.cases.legal.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.legal.OrderWords;
import org.hifazat.cases.legal.Orders;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Orders of courts and committees. */
@Path("/v1/cases/{caseId}/orders")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrdersResource {
  private final Orders orders;
  private final LegalPages pages;

  OrdersResource(Orders orders, LegalPages pages) {
    this.orders = orders;
    this.pages = pages;
  }

  /**
   * @param kind a code of list legal-order
   * @param section of the KP Child Protection and Welfare Act 2010; left out for the usual one
   * @param madeBy a code of list order-maker
   * @param maker the court, committee or person by name
   */
  public record OrderRequest(
      @Nullable UUID matterId,
      @NotNull @Size(min = 1, max = 40) String kind,
      @Nullable @Pattern(regexp = "[0-9]{1,3}[A-Za-z]?(\\([0-9a-z]{1,3}\\))?") String section,
      @NotNull @Size(min = 1, max = 40) String madeBy,
      @NotBlank @Size(max = 200) String maker,
      @Nullable @Size(min = 1, max = 100) String number,
      @Nullable @Size(min = 1, max = 10_000) String terms,
      @NotNull Instant madeAt,
      @NotNull LocalDate beginsOn,
      @Nullable LocalDate endsOn) {}

  /** Newest first. */
  @GET
  @Performs("VIEW_LEGAL")
  public Page<LegalView.OrderView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return pages.orders(caseId, cursor, limit);
  }

  @POST
  @Performs("RECORD_LEGAL")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = LegalView.OrderView.class)))
  public Response record(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid OrderRequest request) {
    Orders.Recorded recorded =
        orders.handle(
            new Orders.Command(
                caseId,
                request.matterId(),
                request.kind(),
                request.section(),
                request.madeBy(),
                request.madeAt(),
                request.beginsOn(),
                request.endsOn(),
                new OrderWords(request.maker(), request.number(), request.terms())),
            key);
    return recorded
        .created()
        .response(recorded.order().order().version(), LegalView.OrderView.of(recorded.order()));
  }
}
