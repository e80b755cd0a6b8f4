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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.transfer.AcceptTransfer;
import org.hifazat.cases.transfer.CaseTransfer;
import org.hifazat.cases.transfer.EndTransfer;
import org.hifazat.cases.transfer.TransferQueries;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.jspecify.annotations.Nullable;

/** Cases on their way in and out, and the answers to them. */
@Path("/v1/transfers")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TransferResource {
  private static final String LIST = "transfers-";

  private final TransferQueries queries;
  private final AcceptTransfer accepting;
  private final EndTransfer ending;
  private final CallerContext callers;
  private final Cursors cursors;

  TransferResource(
      TransferQueries queries,
      AcceptTransfer accepting,
      EndTransfer ending,
      CallerContext callers,
      Cursors cursors) {
    this.queries = queries;
    this.accepting = accepting;
    this.ending = ending;
    this.callers = callers;
    this.cursors = cursors;
  }

  /**
   * @param ownerId who has the case from now on; without one whoever accepts stands in
   * @param reason why this worker in spite of the load
   */
  public record AcceptanceRequest(
      @NotNull Instant happenedAt,
      @Nullable UUID ownerId,
      @Nullable @Size(min = 5, max = 1000) String reason) {}

  public record EndingRequest(
      @NotNull Instant happenedAt, @NotBlank @Size(min = 5, max = 2000) String reason) {}

  /**
   * @param words by whom it was received there, or why not
   * @param handedOver codes of handover-item
   * @param overrideReason why what holds up a closing is passed over
   */
  public record OutsideAnswerRequest(
      @NotNull Instant happenedAt,
      @NotNull @Pattern(regexp = "accepted|declined") String answer,
      @NotBlank @Size(min = 5, max = 2000) String words,
      @NotNull @Size(max = 20) List<@NotBlank String> handedOver,
      @Nullable @Size(min = 5, max = 2000) String overrideReason) {}

  @GET
  @Performs("LIST_TRANSFERS")
  public Page<TransferView> list(
      @QueryParam("direction") @Nullable String direction,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    TransferQueries.Direction way =
        switch (direction == null ? "in" : direction) {
          case "in" -> TransferQueries.Direction.IN;
          case "out" -> TransferQueries.Direction.OUT;
          default ->
              throw new ProblemException(
                  CommonProblem.INVALID_VALUE, new Violation("/direction", "unknown"));
        };
    int size = Page.limit(limit);
    String name = LIST + way;
    List<TransferView> rows =
        queries.page(way, cursors.verify(name, cursor).orElse(null), size + 1).stream()
            .map(this::view)
            .toList();
    return Page.cut(rows, size, line -> cursors.sign(name, line.recordedAt(), line.id()));
  }

  @GET
  @Path("/{id}")
  @Performs("LIST_TRANSFERS")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TransferView.class)))
  public Response one(@PathParam("id") UUID id) {
    TransferView view = view(queries.one(id));
    return Response.ok(view).header(HttpHeaders.ETAG, view.etag()).build();
  }

  @POST
  @Path("/{id}/acceptance")
  @Performs("ACCEPT_TRANSFER")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TransferView.class)))
  public Response accept(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid AcceptanceRequest request) {
    return ended(
        accepting.handle(
            new AcceptTransfer.Command(
                id,
                Preconditions.expected(ifMatch),
                request.happenedAt(),
                request.ownerId(),
                request.reason())));
  }

  @POST
  @Path("/{id}/decline")
  @Performs("DECLINE_TRANSFER")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TransferView.class)))
  public Response decline(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid EndingRequest request) {
    return ended(ending.decline(command(id, ifMatch, request)));
  }

  @POST
  @Path("/{id}/withdrawal")
  @Performs("WITHDRAW_TRANSFER")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TransferView.class)))
  public Response withdraw(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid EndingRequest request) {
    return ended(ending.withdraw(command(id, ifMatch, request)));
  }

  @POST
  @Path("/{id}/outside-answer")
  @Performs("RECORD_OUTSIDE_ANSWER")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TransferView.class)))
  public Response answeredOutside(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid OutsideAnswerRequest request) {
    return ended(
        ending.answeredOutside(
            new EndTransfer.OutsideAnswer(
                id,
                Preconditions.expected(ifMatch),
                request.happenedAt(),
                request.answer().equals("accepted"),
                request.words(),
                request.handedOver(),
                request.overrideReason())));
  }

  private static EndTransfer.Command command(
      UUID id, @Nullable String ifMatch, EndingRequest request) {
    return new EndTransfer.Command(
        id, Preconditions.expected(ifMatch), request.happenedAt(), request.reason());
  }

  private Response ended(CaseTransfer transfer) {
    return Response.ok(view(queries.afterwards(transfer.id())))
        .header(HttpHeaders.ETAG, ETags.of(transfer.version()))
        .build();
  }

  private TransferView view(TransferQueries.Whole whole) {
    return TransferView.of(whole, callers.current().unitId().orElse(null));
  }
}
