package org.hifazat.assessment.catalogue.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.net.URI;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.assessment.catalogue.CatalogueQueries;
import org.hifazat.assessment.catalogue.DraftInstrument;
import org.hifazat.assessment.catalogue.LicenseInstrument;
import org.hifazat.assessment.catalogue.PublishInstrument;
import org.hifazat.assessment.instrument.InstrumentShelf;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** The catalogue of instruments, kept by the Commission. */
@Path("/v1/catalogue/instruments")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
public class CatalogueResource {

  private static final String ONE = "/{id}/versions/{version}";
  private static final String STANDS = "As it stands now; ETag given.";

  private final CatalogueQueries queries;
  private final DraftInstrument drafts;
  private final PublishInstrument publishing;
  private final LicenseInstrument licensing;

  CatalogueResource(
      CatalogueQueries queries,
      DraftInstrument drafts,
      PublishInstrument publishing,
      LicenseInstrument licensing) {
    this.queries = queries;
    this.drafts = drafts;
    this.publishing = publishing;
    this.licensing = licensing;
  }

  /** Every version of every instrument, whatever its state. */
  @GET
  @Performs("LIST_CATALOGUE")
  public Page<CatalogueEntryView> listCatalogue() {
    return Page.all(queries.all().stream().map(CatalogueEntryView::of).toList());
  }

  /** A new version as a draft. The same files again are the same draft. */
  @POST
  @Performs("DRAFT_INSTRUMENT")
  @APIResponse(
      responseCode = "201",
      description = "A draft; Location and ETag given.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CatalogueVersionView.class)))
  public Response draftInstrument(@NotNull @Valid InstrumentFilesRequest request) {
    InstrumentShelf.Key key = drafts.create(request.files());
    CatalogueVersionView view = CatalogueVersionView.of(queries.one(key));
    return Response.created(
            URI.create("/v1/catalogue/instruments/" + key.id() + "/versions/" + key.version()))
        .header(HttpHeaders.ETAG, view.entry().etag())
        .entity(view)
        .build();
  }

  /** One version with its golden sets and what stands against publishing it. */
  @GET
  @Path(ONE)
  @Performs("VIEW_CATALOGUE_VERSION")
  @APIResponse(
      responseCode = "200",
      description = STANDS,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CatalogueVersionView.class)))
  public Response getCatalogueVersion(
      @PathParam("id") String id, @PathParam("version") String version) {
    return standing(key(id, version));
  }

  /** The form of a version in any state, to try it out. */
  @GET
  @Path(ONE + "/form")
  @Produces(MediaType.APPLICATION_XML)
  @Performs("VIEW_CATALOGUE_VERSION")
  @APIResponse(
      responseCode = "200",
      description = "The XForm.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_XML,
              schema = @Schema(implementation = String.class)))
  public Response getCatalogueForm(
      @PathParam("id") String id, @PathParam("version") String version) {
    return Response.ok(queries.form(key(id, version)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Other files for a version that was never published. */
  @PUT
  @Path(ONE)
  @Performs("CHANGE_INSTRUMENT_DRAFT")
  @APIResponse(
      responseCode = "200",
      description = STANDS,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CatalogueVersionView.class)))
  public Response changeInstrumentDraft(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid InstrumentFilesRequest request) {
    drafts.replace(key(id, version), Preconditions.expected(ifMatch), request.files());
    return standing(key(id, version));
  }

  /** Looks for everything that stands against publishing; checked is what has no findings. */
  @POST
  @Path(ONE + "/checking")
  @Performs("CHECK_INSTRUMENT")
  @APIResponse(
      responseCode = "200",
      description = STANDS,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CatalogueVersionView.class)))
  public Response checkInstrument(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid CheckInstrumentRequest request) {
    publishing.check(
        key(id, version),
        Preconditions.expected(ifMatch),
        Objects.requireNonNull(request.results()));
    return standing(key(id, version));
  }

  /** Puts a checked version into use, for good. */
  @POST
  @Path(ONE + "/publication")
  @Consumes(MediaType.WILDCARD)
  @Performs("PUBLISH_INSTRUMENT")
  @APIResponse(
      responseCode = "200",
      description = STANDS,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CatalogueVersionView.class)))
  public Response publishInstrument(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    publishing.publish(key(id, version), Preconditions.expected(ifMatch));
    return standing(key(id, version));
  }

  /** Takes a version out of use. Assessments made with it stay. */
  @POST
  @Path(ONE + "/retirement")
  @Performs("RETIRE_INSTRUMENT")
  @APIResponse(
      responseCode = "200",
      description = STANDS,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CatalogueVersionView.class)))
  public Response retireInstrument(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid RetireInstrumentRequest request) {
    publishing.retire(
        key(id, version),
        Preconditions.expected(ifMatch),
        Objects.requireNonNull(request.reason()));
    return standing(key(id, version));
  }

  /** Accepts a licence's terms for the organisation. */
  @POST
  @Path(ONE + "/terms-acceptance")
  @Performs("ACCEPT_INSTRUMENT_TERMS")
  @APIResponse(
      responseCode = "200",
      description = STANDS,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CatalogueVersionView.class)))
  public Response acceptInstrumentTerms(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @NotNull @Valid AcceptTermsRequest request) {
    licensing.accept(
        key(id, version),
        Objects.requireNonNull(request.termsHash()),
        Objects.requireNonNull(request.organisation()));
    return standing(key(id, version));
  }

  /** Loads the licence holder's own wording. */
  @POST
  @Path(ONE + "/wording")
  @Performs("LOAD_INSTRUMENT_WORDING")
  @APIResponse(
      responseCode = "200",
      description = STANDS,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CatalogueVersionView.class)))
  public Response loadInstrumentWording(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid WordingRequest request) {
    licensing.load(key(id, version), Preconditions.expected(ifMatch), request.file());
    return standing(key(id, version));
  }

  private Response standing(InstrumentShelf.Key key) {
    CatalogueVersionView view = CatalogueVersionView.of(queries.one(key));
    return Response.ok(view).header(HttpHeaders.ETAG, view.entry().etag()).build();
  }

  private static InstrumentShelf.Key key(String id, String version) {
    return new InstrumentShelf.Key(id, version);
  }
}
