package org.hifazat.referral.directory.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.platform.web.Years;
import org.hifazat.referral.directory.hsds.HsdsInfo;
import org.hifazat.referral.directory.hsds.HsdsLocation;
import org.hifazat.referral.directory.hsds.HsdsOrganization;
import org.hifazat.referral.directory.hsds.HsdsPage;
import org.hifazat.referral.directory.hsds.HsdsQueries;
import org.hifazat.referral.directory.hsds.HsdsSchedule;
import org.hifazat.referral.directory.hsds.HsdsService;
import org.hifazat.referral.directory.hsds.HsdsServiceAtLocation;
import org.hifazat.referral.directory.hsds.HsdsTaxonomy;
import org.hifazat.referral.directory.hsds.HsdsTaxonomyTerm;
import org.hifazat.referral.directory.hsds.ServiceFilter;
import org.jspecify.annotations.Nullable;

/** The directory by the read API of Open Referral HSDS 3, in its own words and paging. */
@Path("/v1/hsds")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class HsdsResource {
  private static final String READ = "READ_DIRECTORY";

  private final HsdsQueries queries;

  HsdsResource(HsdsQueries queries) {
    this.queries = queries;
  }

  @GET
  @Performs(READ)
  public HsdsInfo about() {
    return new HsdsInfo("3.1", "https://docs.openreferral.org/en/v3.1.0/", "/q/openapi");
  }

  @GET
  @Path("/services")
  @Performs(READ)
  public HsdsPage<HsdsService> services(
      @QueryParam("search") @Nullable @Size(max = 200) String search,
      @QueryParam("taxonomy_term_id") @Nullable UUID term,
      @QueryParam("taxonomy_id") @Nullable UUID taxonomy,
      @QueryParam("organization_id") @Nullable UUID organization,
      @QueryParam("modified_after") @Nullable String modifiedAfter,
      @QueryParam("category") @Nullable @Pattern(regexp = "[a-z0-9-]{1,60}") String category,
      @QueryParam("status")
          @Nullable
          @Pattern(regexp = "active|inactive|defunct|temporarily closed")
          String status,
      @QueryParam("district") @Nullable @Pattern(regexp = "[a-z0-9-]{1,64}") String district,
      @QueryParam("age") @Nullable @Min(0) @Max(120) Integer age,
      @QueryParam("sex") @Nullable @Pattern(regexp = "female|male") String sex,
      @QueryParam("language") @Nullable @Pattern(regexp = "[a-z]{2,3}") String language,
      @QueryParam("cost") @Nullable @Pattern(regexp = "free|paid|unknown") String cost,
      @QueryParam("open_now") @Nullable Boolean openNow,
      @QueryParam("minimal") @Nullable Boolean minimal,
      @QueryParam("full") @Nullable Boolean full,
      @QueryParam("page") @Nullable Integer page,
      @QueryParam("per_page") @Nullable Integer perPage) {
    return queries.services(
        new ServiceFilter(
            search,
            term,
            taxonomy,
            organization,
            instant(modifiedAfter),
            category,
            status,
            district,
            age,
            sex,
            language,
            cost,
            Boolean.TRUE.equals(openNow)),
        detail(minimal, full),
        page,
        perPage);
  }

  @GET
  @Path("/services/{id}")
  @Performs(READ)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = HsdsService.class)))
  public Response service(@PathParam("id") UUID id) {
    HsdsQueries.Entry entry = queries.service(id);
    return Response.ok(entry.service()).header(HttpHeaders.ETAG, ETags.of(entry.version())).build();
  }

  @GET
  @Path("/organizations")
  @Performs(READ)
  public HsdsPage<HsdsOrganization> organizations(
      @QueryParam("search") @Nullable @Size(max = 200) String search,
      @QueryParam("taxonomy_term_id") @Nullable UUID term,
      @QueryParam("page") @Nullable Integer page,
      @QueryParam("per_page") @Nullable Integer perPage) {
    return queries.organizations(search, term, page, perPage);
  }

  @GET
  @Path("/organizations/{id}")
  @Performs(READ)
  public HsdsOrganization organization(@PathParam("id") UUID id) {
    return queries.organization(id);
  }

  @GET
  @Path("/service_at_locations")
  @Performs(READ)
  public HsdsPage<HsdsServiceAtLocation> servicesAtLocations(
      @QueryParam("service_id") @Nullable UUID service,
      @QueryParam("district") @Nullable @Pattern(regexp = "[a-z0-9-]{1,64}") String district,
      @QueryParam("page") @Nullable Integer page,
      @QueryParam("per_page") @Nullable Integer perPage) {
    return queries.servicesAtLocations(service, district, page, perPage);
  }

  @GET
  @Path("/service_at_locations/{id}")
  @Performs(READ)
  public HsdsServiceAtLocation serviceAtLocation(@PathParam("id") UUID id) {
    return queries.serviceAtLocation(id);
  }

  @GET
  @Path("/locations")
  @Performs(READ)
  public HsdsPage<HsdsLocation> locations(
      @QueryParam("district") @Nullable @Pattern(regexp = "[a-z0-9-]{1,64}") String district,
      @QueryParam("page") @Nullable Integer page,
      @QueryParam("per_page") @Nullable Integer perPage) {
    return queries.locations(district, page, perPage);
  }

  @GET
  @Path("/schedules")
  @Performs(READ)
  public HsdsPage<HsdsSchedule> schedules(
      @QueryParam("service_id") @Nullable UUID service,
      @QueryParam("page") @Nullable Integer page,
      @QueryParam("per_page") @Nullable Integer perPage) {
    return queries.schedules(service, page, perPage);
  }

  @GET
  @Path("/taxonomies")
  @Performs(READ)
  public HsdsPage<HsdsTaxonomy> taxonomies(
      @QueryParam("page") @Nullable Integer page,
      @QueryParam("per_page") @Nullable Integer perPage) {
    return queries.taxonomies(page, perPage);
  }

  @GET
  @Path("/taxonomies/{id}")
  @Performs(READ)
  public HsdsTaxonomy taxonomy(@PathParam("id") UUID id) {
    return queries.taxonomy(id);
  }

  @GET
  @Path("/taxonomy_terms")
  @Performs(READ)
  public HsdsPage<HsdsTaxonomyTerm> terms(
      @QueryParam("taxonomy_id") @Nullable UUID taxonomy,
      @QueryParam("page") @Nullable Integer page,
      @QueryParam("per_page") @Nullable Integer perPage) {
    return queries.terms(taxonomy, page, perPage);
  }

  @GET
  @Path("/taxonomy_terms/{id}")
  @Performs(READ)
  public HsdsTaxonomyTerm term(@PathParam("id") UUID id) {
    return queries.term(id);
  }

  private static HsdsQueries.Detail detail(@Nullable Boolean minimal, @Nullable Boolean full) {
    if (Boolean.TRUE.equals(minimal)) {
      return HsdsQueries.Detail.MINIMAL;
    }
    return Boolean.TRUE.equals(full) ? HsdsQueries.Detail.FULL : HsdsQueries.Detail.USUAL;
  }

  /** HSDS asks by day; a time is understood too. */
  private static @Nullable Instant instant(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      Instant at =
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.ofHours(5))
              : OffsetDateTime.parse(text).toInstant();
      if (Years.hold(at)) {
        return at;
      }
    } catch (DateTimeParseException unreadable) {
      // Refused below like a year no database knows.
    }
    throw new ProblemException(
        CommonProblem.INVALID_VALUE, new Violation("/modified_after", "date-time"));
  }
}
