package org.hifazat.cases.takeover.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.takeover.CaseImport;
import org.hifazat.cases.takeover.DecideRow;
import org.hifazat.cases.takeover.Imports;
import org.hifazat.cases.takeover.PrepareImport;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** Registers kept before, taken over from files of comma-separated values. */
@Path("/v1/imports")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
  private static final String LIST = "imports";

  private final PrepareImport preparing;
  private final DecideRow deciding;
  private final Imports imports;
  private final Cursors cursors;

  ImportResource(PrepareImport preparing, DecideRow deciding, Imports imports, Cursors cursors) {
    this.preparing = preparing;
    this.deciding = deciding;
    this.imports = imports;
    this.cursors = cursors;
  }

  /**
   * One row of the report.
   *
   * @param row from 1, the header not counted
   * @param faults column and code
   * @param caseNumber the case it became, or the one it is known by
   * @param reason why it is taken over although the child seemed known
   */
  public record RowView(
      int row,
      String outcome,
      List<FaultView> faults,
      @Nullable String caseNumber,
      @Nullable String reason) {

    static RowView of(Imports.Line line) {
      return new RowView(
          line.row(),
          line.outcome(),
          line.faults().stream().map(FaultView::of).toList(),
          line.caseNumber(),
          line.reason());
    }
  }

  /**
   * @param column as in the header, or row for the whole of it
   */
  public record FaultView(String column, String code) {
    static FaultView of(String fault) {
      int colon = fault.indexOf(':');
      return new FaultView(fault.substring(0, colon), fault.substring(colon + 1));
    }
  }

  @GET
  @Performs("VIEW_IMPORTS")
  public Page<ImportView> list(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    List<ImportView> rows =
        imports.page(cursors.verify(LIST, cursor).orElse(null), size + 1).stream()
            .map(ImportView::of)
            .toList();
    return Page.cut(rows, size, line -> cursors.sign(LIST, line.createdAt(), line.id()));
  }

  @POST
  @Performs("IMPORT_CASES")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  public Response begin(@HeaderParam("Idempotency-Key") @Nullable String key) {
    PrepareImport.Begun begun = preparing.begin(key);
    return begun.created().response(begun.begun().version(), ImportView.of(begun.begun()));
  }

  @GET
  @Path("/{id}")
  @Performs("VIEW_IMPORTS")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  public Response one(@PathParam("id") UUID id) {
    return answer(imports.one(id));
  }

  /** At most 128 KiB a piece, from 0 on; a piece sent again replaces the one before. */
  @PUT
  @Path("/{id}/pieces/{position}")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Performs("IMPORT_CASES")
  @APIResponse(responseCode = "204")
  public Response piece(
      @PathParam("id") UUID id,
      @PathParam("position") @Min(0) @Max(1000) int position,
      @NotNull byte[] content) {
    preparing.piece(id, position, content);
    return Response.noContent().build();
  }

  @POST
  @Path("/{id}/check")
  @Performs("IMPORT_CASES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  public Response check(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return answer(preparing.check(id, Preconditions.expected(ifMatch)));
  }

  @POST
  @Path("/{id}/start")
  @Performs("IMPORT_CASES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  public Response start(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return answer(preparing.start(id, Preconditions.expected(ifMatch)));
  }

  /**
   * What somebody who looked says of a row whose child seems to be known.
   *
   * @param decision take-over: it is another child; join: it is that one, whose case goes on
   * @param reason for taking it over: a code of the list import-decision-reason
   */
  public record DecisionRequest(
      @NotNull @Pattern(regexp = "take-over|join") String decision,
      @Pattern(regexp = "[a-z0-9-]{1,64}") @Nullable String reason) {}

  /** Before the file is taken over; under the file's entity tag. */
  @POST
  @Path("/{id}/rows/{row}/decision")
  @Performs("IMPORT_CASES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  public Response decide(
      @PathParam("id") UUID id,
      @PathParam("row") @Min(1) @Max(20_000) int row,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid DecisionRequest request) {
    return answer(
        deciding.handle(
            new DecideRow.Command(
                id,
                row,
                request.decision().equals("join"),
                request.reason(),
                Preconditions.expected(ifMatch))));
  }

  /** The report, from a row on. */
  @GET
  @Path("/{id}/rows")
  @Performs("VIEW_IMPORTS")
  public Page<RowView> rows(
      @PathParam("id") UUID id,
      @QueryParam("outcome") @Pattern(regexp = "ready|faulty|known|joined|taken-over")
          @Nullable String outcome,
      @QueryParam("after") @Min(0) @Nullable Integer after,
      @QueryParam("limit") @Nullable Integer limit) {
    return Page.all(
        imports.rows(id, outcome, after == null ? 0 : after, Page.limit(limit)).stream()
            .map(RowView::of)
            .toList());
  }

  private static Response answer(CaseImport one) {
    return Response.ok(ImportView.of(one))
        .header(HttpHeaders.ETAG, ETags.of(one.version()))
        .build();
  }
}
