package org.hifazat.cases.export.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.export.ExportList;
import org.hifazat.cases.export.ExportPurpose;
import org.hifazat.platform.security.Performs;

/** Lists for a spreadsheet. */
@Path("/v1/list-exports")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
public class ListExportResource {
  private final ExportList export;

  ListExportResource(ExportList export) {
    this.export = export;
  }

  /**
   * @param list which one
   * @param language en, ur or ps
   * @param purpose what the list is for
   */
  public record ListExportRequest(
      @NotNull @Pattern(regexp = "cases|overdue|reports|referrals|closures") String list,
      @NotNull @Pattern(regexp = "en|ur|ps") String language,
      @NotNull @Pattern(regexp = CaseExportResource.PURPOSES) String purpose) {}

  @POST
  @Performs("EXPORT_LIST")
  @Produces("text/csv;charset=UTF-8")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  public Response take(@NotNull @Valid ListExportRequest request) {
    ExportList.Writing writing =
        export.begin(
            ExportList.Kind.valueOf(request.list().toUpperCase(Locale.ROOT)),
            request.language(),
            ExportPurpose.of(request.purpose()));
    return Response.ok((StreamingOutput) writing::to)
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + request.list() + ".csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
