package org.hifazat.referral.directory.web;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.referral.directory.hsds.ExportDirectory;
import org.hifazat.referral.directory.hsds.HsdsContact;
import org.hifazat.referral.directory.hsds.HsdsExport;
import org.hifazat.referral.directory.hsds.HsdsOrganization;
import org.hifazat.referral.directory.hsds.HsdsQueries;
import org.hifazat.referral.directory.hsds.HsdsService;
import org.hifazat.referral.directory.hsds.HsdsServiceCapacity;
import org.hifazat.referral.directory.hsds.ImportDirectory;
import org.hifazat.referral.directory.hsds.KeepService;
import org.jspecify.annotations.Nullable;

/** Keeping the directory: entry by entry, and whole files in and out. */
@Path("/v1/hsds")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class KeepingResource {
  private final KeepService keeping;
  private final ImportDirectory importing;
  private final ExportDirectory exporting;
  private final HsdsQueries queries;

  KeepingResource(
      KeepService keeping,
      ImportDirectory importing,
      ExportDirectory exporting,
      HsdsQueries queries) {
    this.keeping = keeping;
    this.importing = importing;
    this.exporting = exporting;
    this.queries = queries;
  }

  public record CapacitiesRequest(
      @NotNull @Size(max = 4) List<@NotNull @Valid HsdsServiceCapacity> capacities) {}

  @JsonNaming(SnakeCaseStrategy.class)
  public record ImportDirectoryRequest(
      @Nullable @Size(max = 200) List<@NotNull @Valid HsdsOrganization> organizations,
      @Nullable @Size(max = 200) List<@NotNull @Valid HsdsService> services,
      boolean dryRun) {}

  @PUT
  @Path("/services/{id}")
  @Performs("KEEP_SERVICE")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = HsdsService.class)))
  public Response keep(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid KeepServiceRequest request) {
    KeepServiceRequest.FocalPersonPart focal = request.focalPerson();
    return kept(
        id, ifMatch, request::on, focal == null ? null : focal.contact(id), request.assured());
  }

  @PUT
  @Path("/services/{id}/capacities")
  @Performs("KEEP_SERVICE")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = HsdsService.class)))
  public Response room(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid CapacitiesRequest request) {
    return kept(
        id, ifMatch, known -> KeepServiceRequest.room(known, request.capacities()), null, false);
  }

  /** All of the entry was verified today. */
  @POST
  @Path("/services/{id}/assurance")
  @Performs("KEEP_SERVICE")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = HsdsService.class)))
  public Response assure(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return kept(id, ifMatch, known -> known, null, true);
  }

  @POST
  @Path("/import")
  @Performs("IMPORT_DIRECTORY")
  public ImportDirectory.Report take(@NotNull @Valid ImportDirectoryRequest request) {
    List<HsdsOrganization> organizations = request.organizations();
    List<HsdsService> services = request.services();
    return importing.handle(
        new ImportDirectory.Command(
            organizations == null ? List.of() : organizations,
            services == null ? List.of() : services,
            request.dryRun()));
  }

  @GET
  @Path("/export")
  @Performs("EXPORT_DIRECTORY")
  public HsdsExport export() {
    return exporting.hsds();
  }

  @GET
  @Path("/export.csv")
  @Produces("text/csv")
  @Performs("EXPORT_DIRECTORY")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
  public Response csv() {
    return Response.ok(exporting.csv(), "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"services.csv\"")
        .build();
  }

  private Response kept(
      UUID id,
      @Nullable String ifMatch,
      UnaryOperator<HsdsService> entry,
      @Nullable HsdsContact focal,
      boolean assured) {
    keeping.handle(
        new KeepService.Command(id, Preconditions.expected(ifMatch), entry, focal, assured));
    HsdsQueries.Entry after = queries.service(id);
    return Response.ok(after.service()).header(HttpHeaders.ETAG, ETags.of(after.version())).build();
  }
}
