package org.hifazat.cases.export.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.export.ExportCase;
import org.hifazat.cases.export.ExportPart;
import org.hifazat.cases.export.ExportPurpose;
import org.hifazat.platform.security.Performs;
import org.jspecify.annotations.Nullable;

/** One case as a document. */
@Path("/v1/cases/{caseId}/exports")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
public class CaseExportResource {
  static final String PURPOSES =
      "court-or-committee|handover|case-conference|child-or-family|supervision";

  private static final String PARTS =
      "nationality|screening-results|supervision-notes|clinical-notes";

  private final ExportCase export;

  CaseExportResource(ExportCase export) {
    this.export = export;
  }

  /**
   * @param language en, ur or ps
   * @param purpose what the document is for
   * @param include parts that stay out unless chosen by somebody who may read them; none when
   *     absent
   */
  public record CaseExportRequest(
      @NotNull @Pattern(regexp = "en|ur|ps") String language,
      @NotNull @Pattern(regexp = PURPOSES) String purpose,
      @Size(max = 4) @Nullable List<@NotNull @Pattern(regexp = PARTS) String> include) {

    Set<ExportPart> chosen() {
      return include == null
          ? Set.of()
          : include.stream().map(ExportPart::of).collect(Collectors.toSet());
    }
  }

  @POST
  @Performs("EXPORT_CASE")
  @Produces("application/pdf")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/pdf",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response take(
      @PathParam("caseId") UUID caseId, @NotNull @Valid CaseExportRequest request) {
    ExportCase.Document document =
        export.handle(
            new ExportCase.Command(
                caseId, request.language(), ExportPurpose.of(request.purpose()), request.chosen()));
    return Response.ok(document.bytes())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + document.name() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
