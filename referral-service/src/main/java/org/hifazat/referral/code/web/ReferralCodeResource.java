package org.hifazat.referral.code.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Years;
import org.hifazat.referral.code.KeepCodes;
import org.hifazat.referral.code.ReferralCodes;
import org.jspecify.annotations.Nullable;

/**
 * What a referral's codes mean, in three languages, and what the Commission lays down of them from
 * a day on: the same request again changes nothing.
 */
@Path("/v1/referral-codes")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReferralCodeResource {
  private static final String LISTS = "reason|status-reason|outcome";
  private static final String CODE = "[a-z][a-z0-9-]{1,59}";

  private final ReferralCodes codes;
  private final KeepCodes keeping;

  ReferralCodeResource(ReferralCodes codes, KeepCodes keeping) {
    this.codes = codes;
    this.keeping = keeping;
  }

  public record CodeList(List<ReferralCodes.Code> items) {}

  /** What a code is called, in each language. */
  public record CodeName(
      @NotBlank @Size(max = 120) String en,
      @NotBlank @Size(max = 120) String ur,
      @NotBlank @Size(max = 120) String ps) {}

  /**
   * @param states of a status-reason: the states it may be given for; none of the other lists
   * @param textNeeded the code alone says too little
   * @param position order in which it is offered
   * @param source who laid it down, and where that can be read
   */
  public record KeepCodeRequest(
      @Nullable @Size(max = 5) List<@NotBlank @Size(max = 20) String> states,
      @NotNull Boolean textNeeded,
      @NotNull @Valid CodeName name,
      @NotNull @Min(1) @Max(9999) Integer position,
      @NotBlank @Size(max = 200) String source) {}

  public record EndCodeRequest(@NotBlank @Size(max = 200) String source) {}

  public record CodeHistory(List<KeepCodes.Entry> items) {}

  /**
   * In the order they are offered.
   *
   * @param on a day; today when left out
   */
  @GET
  @Performs("LIST_REFERRAL_CODES")
  public CodeList forStaff(@QueryParam("on") @Nullable String on) {
    return new CodeList(offered(codes, on));
  }

  static List<ReferralCodes.Code> offered(ReferralCodes codes, @Nullable String on) {
    return on == null ? codes.today() : codes.on(Years.day(on, "/on"));
  }

  /** Every code as it was, is and will be. */
  @GET
  @Path("/history")
  @Performs("LIST_REFERRAL_CODES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CodeHistory.class)))
  public Response history() {
    return Response.ok(new CodeHistory(keeping.history()))
        .header(HttpHeaders.ETAG, ETags.of(keeping.version()))
        .build();
  }

  @PUT
  @Path("/{list}/{code}/{from}")
  @Performs("KEEP_REFERRAL_CODES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CodeHistory.class)))
  public Response keep(
      @PathParam("list") @Pattern(regexp = LISTS) String list,
      @PathParam("code") @Pattern(regexp = CODE) String code,
      @PathParam("from") String from,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid KeepCodeRequest request) {
    List<String> states = request.states();
    CodeName name = request.name();
    keeping.keep(
        new KeepCodes.Entry(
            list,
            code,
            states == null ? List.of() : states.stream().distinct().toList(),
            request.textNeeded(),
            new ReferralCodes.Name(name.en(), name.ur(), name.ps()),
            request.position(),
            Years.day(from, "/validFrom"),
            null,
            request.source(),
            null),
        ifMatch);
    return history();
  }

  /** It is not offered any more from that day on. */
  @PUT
  @Path("/{list}/{code}/end/{from}")
  @Performs("KEEP_REFERRAL_CODES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CodeHistory.class)))
  public Response end(
      @PathParam("list") @Pattern(regexp = LISTS) String list,
      @PathParam("code") @Pattern(regexp = CODE) String code,
      @PathParam("from") String from,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid EndCodeRequest request) {
    keeping.end(list, code, Years.day(from, "/validFrom"), request.source(), ifMatch);
    return history();
  }
}
