package org.hifazat.cases.note.web;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.note.NoteKind;
import org.hifazat.cases.note.Notes;
import org.hifazat.cases.note.WriteNote;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Notes of a case. */
@Path("/v1/cases/{caseId}/notes")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NotesResource {
  private static final String LIST = "notes";

  private final WriteNote writing;
  private final Notes notes;
  private final Cursors cursors;

  NotesResource(WriteNote writing, Notes notes, Cursors cursors) {
    this.writing = writing;
    this.notes = notes;
    this.cursors = cursors;
  }

  /**
   * @param kind ordinary for whoever works on the case; supervision for its author and the
   *     supervisors; clinical, by a psychologist, for psychologists and the author's own supervisor
   * @param happenedAt when what the note tells of happened
   */
  public record NoteRequest(
      @NotNull @Pattern(regexp = "ordinary|supervision|clinical") String kind,
      @NotNull Instant happenedAt,
      @NotBlank @Size(max = 20_000) String text) {}

  @GET
  @Performs("VIEW_NOTES")
  public Page<NoteView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    List<NoteView> rows =
        notes.page(caseId, cursors.verify(LIST, cursor).orElse(null), size + 1).stream()
            .map(NoteView::of)
            .toList();
    return Page.cut(rows, size, row -> cursors.sign(LIST, row.happenedAt(), row.id()));
  }

  @POST
  @Performs("WRITE_NOTE")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = NoteView.class)))
  public Response write(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid NoteRequest request) {
    return created(
        writing.handle(
            new WriteNote.Command(
                caseId, NoteKind.of(request.kind()), request.happenedAt(), request.text()),
            key));
  }

  private static Response created(WriteNote.Written written) {
    return written.created().response(0, NoteView.of(written.whole()));
  }
}
