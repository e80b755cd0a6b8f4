package org.hifazat.referral.directory.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.referral.directory.hsds.ExportDirectory;
import org.hifazat.referral.directory.hsds.HsdsContact;
import org.hifazat.referral.directory.hsds.HsdsExport;
import org.hifazat.referral.directory.hsds.HsdsLocation;
import org.hifazat.referral.directory.hsds.HsdsNames;
import org.hifazat.referral.directory.hsds.HsdsOrganization;
import org.hifazat.referral.directory.hsds.HsdsQueries;
import org.hifazat.referral.directory.hsds.HsdsService;
import org.hifazat.referral.directory.hsds.HsdsServiceArea;
import org.hifazat.referral.directory.hsds.HsdsServiceCapacity;
import org.hifazat.referral.directory.hsds.ImportDirectory;
import org.hifazat.referral.directory.hsds.ImportTables;
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
  private final ImportTables tables;
  private final ExportDirectory exporting;
  private final HsdsQueries queries;
  private final ObjectMapper json;

  KeepingResource(
      KeepService keeping,
      ImportDirectory importing,
      ImportTables tables,
      ExportDirectory exporting,
      HsdsQueries queries,
      ObjectMapper json) {
    this.keeping = keeping;
    this.importing = importing;
    this.tables = tables;
    this.exporting = exporting;
    this.queries = queries;
    this.json = json;
  }

  public record CapacitiesRequest(
      @NotNull @Size(max = 4) List<@NotNull @Valid HsdsServiceCapacity> capacities) {}

  /**
   * @param places all there are; one whose id is known is described anew, others are added
   */
  public record PlacesRequest(@NotNull @Size(max = 20) List<@NotNull @Valid HsdsLocation> places) {}

  /**
   * @param source where it can be read; left out: the one that is kept stays
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record IdentityRequest(
      @NotNull @Valid HsdsNames names,
      @NotBlank @Size(max = 60) String category,
      @NotNull @Size(min = 1, max = 60) List<@NotNull @Valid HsdsServiceArea> serviceAreas,
      @Nullable @Size(max = 500) String source) {}

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
        id,
        ifMatch,
        request::on,
        focal == null ? null : focal.contact(id),
        request.assured() ? KeepService.Part.ASSURED : KeepService.Part.WORDS);
  }

  /** Where it is offered: address, coordinates, and who can enter. */
  @PUT
  @Path("/services/{id}/places")
  @Performs("KEEP_SERVICE")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = HsdsService.class)))
  public Response places(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid PlacesRequest request) {
    keeping.places(id, Preconditions.expected(ifMatch), request.places());
    return after(id);
  }

  /** What it is called, of which kind it is and whom it serves: by the Commission only. */
  @PUT
  @Path("/services/{id}/identity")
  @Performs("KEEP_SERVICE")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = HsdsService.class)))
  public Response identity(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid IdentityRequest request) {
    return kept(id, ifMatch, known -> known(known, request), null, KeepService.Part.IDENTITY);
  }

  private HsdsService known(HsdsService entry, IdentityRequest request) {
    ObjectNode document = json.valueToTree(entry);
    document.setAll(json.<ObjectNode>valueToTree(request));
    return json.convertValue(document, HsdsService.class);
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
        id,
        ifMatch,
        known -> KeepServiceRequest.room(known, request.capacities()),
        null,
        KeepService.Part.WORDS);
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
    return kept(id, ifMatch, known -> known, null, KeepService.Part.ASSURED);
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

  /**
   * The same from a tabular package of Open Referral: a zip of CSV files, one for each object. What
   * cannot be is told by file, line and column; then nothing is written.
   */
  @POST
  @Path("/import.zip")
  @Consumes({"application/zip", MediaType.APPLICATION_OCTET_STREAM})
  @Performs("IMPORT_DIRECTORY")
  public ImportDirectory.Report takeTables(
      @QueryParam("dryRun") boolean dryRun,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/zip",
                      schema = @Schema(type = SchemaType.STRING, format = "binary")))
          byte[] body) {
    return tables.handle(body, dryRun);
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
      KeepService.Part part) {
    keeping.handle(
        new KeepService.Command(id, Preconditions.expected(ifMatch), entry, focal, part));
    return after(id);
  }

  private Response after(UUID id) {
    HsdsQueries.Entry after = queries.service(id);
    return Response.ok(after.service()).header(HttpHeaders.ETAG, ETags.of(after.version())).build();
  }
}
