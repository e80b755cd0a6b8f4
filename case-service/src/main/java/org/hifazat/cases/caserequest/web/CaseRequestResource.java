package org.hifazat.cases.caserequest.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.caserequest.AnswerAsker;
import org.hifazat.cases.caserequest.AskForCase;
import org.hifazat.cases.caserequest.CaseRequestQueries;
import org.hifazat.cases.caserequest.WantedCase;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.jspecify.annotations.Nullable;

/** Asking for a case that somebody else has, and the answers. */
@Path("/v1/case-requests")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CaseRequestResource {
  private static final String LIST = "case-requests-";

  private final AskForCase asking;
  private final AnswerAsker answering;
  private final CaseRequestQueries queries;
  private final Cursors cursors;

  CaseRequestResource(
      AskForCase asking, AnswerAsker answering, CaseRequestQueries queries, Cursors cursors) {
    this.asking = asking;
    this.answering = answering;
    this.queries = queries;
    this.cursors = cursors;
  }

  /**
   * @param reason a code of case-request-reason
   * @param districtCode where the child is; needed for a case of another unit
   */
  public record CaseRequestRequest(
      @NotBlank @Size(max = 20) String caseNumber,
      @NotBlank @Size(max = 60) String reason,
      @NotBlank @Size(min = 10, max = 2000) String words,
      @Nullable @Size(max = 64) String districtCode) {}

  /**
   * @param words what the next owner, or the other unit before it accepts, has to know
   * @param loadReason why this worker in spite of the load
   * @param transferReason a code of transfer-reason; needed where the units differ
   * @param overrideCode a code of transfer-override; the file moves without consent
   */
  public record CaseRequestAcceptance(
      @NotNull Instant happenedAt,
      @NotBlank @Size(min = 10, max = 4000) String words,
      @Nullable @Size(min = 5, max = 1000) String loadReason,
      @Nullable @Size(max = 60) String transferReason,
      @Nullable @Size(max = 60) String overrideCode,
      @Nullable @Size(min = 10, max = 2000) String overrideText) {}

  public record CaseRequestRejection(
      @NotNull Instant happenedAt, @NotBlank @Size(min = 5, max = 2000) String words) {}

  /**
   * @param caseId absent for who cannot open the case
   * @param state pending, accepted, rejected or lapsed
   * @param answer why not
   * @param transferId the transfer that yes led to; absent within the unit
   */
  public record CaseRequestView(
      UUID id,
      @Nullable UUID caseId,
      String caseNumber,
      UUID unitId,
      UUID askedBy,
      UUID askingUnitId,
      @Nullable String districtCode,
      String reason,
      String words,
      String state,
      Instant askedAt,
      @Nullable Instant decidedAt,
      @Nullable String answer,
      @Nullable UUID transferId,
      String etag) {
    static CaseRequestView of(CaseRequestQueries.Read read) {
      WantedCase request = read.request();
      return new CaseRequestView(
          request.id(),
          read.caseWithinReach() ? request.caseId() : null,
          request.caseNumber(),
          request.unitId(),
          request.askedBy(),
          request.askingUnit(),
          request.districtCode().orElse(null),
          request.reason(),
          read.words(),
          request.state(),
          request.askedAt(),
          request.decidedAt().orElse(null),
          read.answer(),
          request.transferId().orElse(null),
          ETags.of(request.version()));
    }
  }

  @GET
  @Performs("LIST_CASE_REQUESTS")
  public Page<CaseRequestView> list(
      @QueryParam("direction") @Nullable String direction,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    CaseRequestQueries.Direction way =
        switch (direction == null ? "in" : direction) {
          case "in" -> CaseRequestQueries.Direction.IN;
          case "out" -> CaseRequestQueries.Direction.OUT;
          default ->
              throw new ProblemException(
                  CommonProblem.INVALID_VALUE, new Violation("/direction", "unknown"));
        };
    int size = Page.limit(limit);
    String name = LIST + way;
    List<CaseRequestView> rows =
        queries.page(way, cursors.verify(name, cursor).orElse(null), size + 1).stream()
            .map(CaseRequestView::of)
            .toList();
    return Page.cut(rows, size, line -> cursors.sign(name, line.askedAt(), line.id()));
  }

  /** Whoever asked, the case's owner and its unit's supervisor, answered or not. */
  @GET
  @Path("/{id}")
  @Performs("LIST_CASE_REQUESTS")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseRequestView.class)))
  public Response read(@PathParam("id") UUID id) {
    CaseRequestView view = CaseRequestView.of(queries.read(id));
    return Response.ok(view).header(HttpHeaders.ETAG, view.etag()).build();
  }

  @POST
  @Performs("ASK_FOR_CASE")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CaseRequestView.class)))
  public Response ask(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid CaseRequestRequest request) {
    AskForCase.Asked asked =
        asking.handle(
            new AskForCase.Command(
                request.caseNumber(), request.reason(), request.words(), request.districtCode()),
            key);
    return asked
        .created()
        .response(asked.request().version(), CaseRequestView.of(queries.one(asked.request().id())));
  }

  @POST
  @Path("/{id}/acceptance")
  @Performs("ANSWER_CASE_REQUEST")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseRequestView.class)))
  public Response accept(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid CaseRequestAcceptance request) {
    return answered(
        answering.accept(
            new AnswerAsker.Acceptance(
                id,
                Preconditions.expected(ifMatch),
                request.happenedAt(),
                request.words(),
                request.loadReason(),
                request.transferReason(),
                request.overrideCode(),
                request.overrideText())));
  }

  @POST
  @Path("/{id}/rejection")
  @Performs("ANSWER_CASE_REQUEST")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseRequestView.class)))
  public Response reject(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid CaseRequestRejection request) {
    return answered(
        answering.reject(
            new AnswerAsker.Rejection(
                id, Preconditions.expected(ifMatch), request.happenedAt(), request.words())));
  }

  private Response answered(WantedCase request) {
    CaseRequestView view = CaseRequestView.of(queries.one(request.id()));
    return Response.ok(view).header(HttpHeaders.ETAG, view.etag()).build();
  }
}
