package org.hifazat.cases.transfer.web;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.transfer.ProposeTransfer;
import org.hifazat.cases.transfer.TransferKind;
import org.hifazat.cases.transfer.TransferQueries;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Giving a case away, from the case. */
@Path("/v1/cases/{caseId}/transfers")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CaseTransferResource {
  private static final String LIST = "case-transfers:";

  private final ProposeTransfer proposing;
  private final TransferQueries queries;
  private final CallerContext callers;
  private final Cursors cursors;

  CaseTransferResource(
      ProposeTransfer proposing, TransferQueries queries, CallerContext callers, Cursors cursors) {
    this.proposing = proposing;
    this.queries = queries;
    this.callers = callers;
    this.cursors = cursors;
  }

  /**
   * @param toDistrictCode where the child is from now on; its unit is asked
   * @param receiverId the one supervisor there who may know of a sealed case
   * @param outsideBody who is asked where the case leaves the platform
   * @param reason a code of transfer-reason
   * @param request what the other side has to know to answer; without names
   * @param overrideCode a code of transfer-override; a supervisor's decision to go without consent
   */
  public record TransferRequest(
      @NotNull @Pattern(regexp = "unit|cross-province|agency-exit") String kind,
      @NotNull Instant happenedAt,
      @Nullable @Size(max = 64) String toDistrictCode,
      @Nullable UUID receiverId,
      @Nullable @Size(min = 3, max = 300) String outsideBody,
      @NotBlank @Size(max = 60) String reason,
      @NotBlank @Size(min = 10, max = 4000) String request,
      @Nullable @Size(max = 60) String overrideCode,
      @Nullable @Size(min = 10, max = 2000) String overrideText) {}

  @GET
  @Performs("VIEW_TRANSFERS")
  public Page<TransferView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    UUID unit = callers.current().unitId().orElse(null);
    int size = Page.limit(limit);
    String list = LIST + caseId;
    return Page.cut(
        queries.ofCase(caseId, cursors.verify(list, cursor).orElse(null), size + 1).stream()
            .map(whole -> TransferView.of(whole, unit))
            .toList(),
        size,
        last -> cursors.sign(list, last.recordedAt(), last.id()));
  }

  @POST
  @Performs("PROPOSE_TRANSFER")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = TransferView.class)))
  public Response propose(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid TransferRequest request) {
    ProposeTransfer.Proposed proposed =
        proposing.handle(
            new ProposeTransfer.Command(
                caseId,
                TransferKind.of(request.kind()),
                request.happenedAt(),
                request.toDistrictCode(),
                request.receiverId(),
                request.outsideBody(),
                request.reason(),
                request.request(),
                request.overrideCode(),
                request.overrideText(),
                null),
            key);
    return proposed
        .created()
        .response(
            proposed.transfer().version(),
            TransferView.of(
                queries.afterwards(proposed.transfer().id()),
                callers.current().unitId().orElse(null)));
  }
}
