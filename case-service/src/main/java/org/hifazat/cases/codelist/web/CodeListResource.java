package org.hifazat.cases.codelist.web;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.codelist.KeepCodes;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Years;
import org.jspecify.annotations.Nullable;

/**
 * The codes a form may offer today, with their labels, and what the Commission lays down of them
 * from a day on: the same request again changes nothing.
 */
@Path("/v1/code-lists")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CodeListResource {
  private static final String CODE = "[a-z][a-z0-9]*([-_][a-z0-9]+)*";
  private static final String FROM = "/validFrom";

  private final CodeLists lists;
  private final KeepCodes keeping;
  private final Clock clock;

  CodeListResource(CodeLists lists, KeepCodes keeping, Clock clock) {
    this.lists = lists;
    this.keeping = keeping;
    this.clock = clock;
  }

  /**
   * @param position order in which it is offered
   * @param source who laid it down, and where that can be read
   */
  public record KeepCodeRequest(
      @NotBlank @Size(max = 120) String nameEn,
      @NotBlank @Size(max = 120) String nameUr,
      @NotBlank @Size(max = 120) String namePs,
      @NotNull @Min(1) @Max(9999) Integer position,
      @NotBlank @Size(max = 200) String source) {}

  public record EndCodeRequest(@NotBlank @Size(max = 200) String source) {}

  /** Every code of a list as it was, is and will be. */
  public record CodeHistory(
      String list, boolean open, List<String> lasting, List<KeepCodes.Entry> items) {}

  /** Every list, and what may be laid down for it. */
  @GET
  @Performs("LIST_CODES")
  public Page<KeepCodes.Kept> all() {
    return Page.all(keeping.lists());
  }

  @GET
  @Path("/{list}")
  @Performs("LIST_CODES")
  public Page<CodeLists.Code> codes(@PathParam("list") String list) {
    List<CodeLists.Code> codes = lists.codes(list, KarachiTime.day(clock.instant()));
    if (codes.isEmpty()) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    return Page.all(codes);
  }

  @GET
  @Path("/{list}/history")
  @Performs("LIST_CODES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CodeHistory.class)))
  public Response history(@PathParam("list") String list) {
    KeepCodes.History history = keeping.history(list);
    return Response.ok(
            new CodeHistory(
                list, history.kept().open(), history.kept().lasting(), history.entries()))
        .header(HttpHeaders.ETAG, ETags.of(history.version()))
        .build();
  }

  @PUT
  @Path("/{list}/{code}/{from}")
  @Performs("KEEP_CODES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CodeHistory.class)))
  public Response keep(
      @PathParam("list") String list,
      @PathParam("code") @Pattern(regexp = CODE) @Size(max = 60) String code,
      @PathParam("from") String from,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid KeepCodeRequest request) {
    keeping.keep(
        list,
        new KeepCodes.Entry(
            code,
            request.nameEn(),
            request.nameUr(),
            request.namePs(),
            request.position(),
            Years.day(from, FROM),
            null,
            request.source(),
            null),
        ifMatch);
    return history(list);
  }

  /** It is not offered any more from that day on; where it was chosen it stays readable. */
  @PUT
  @Path("/{list}/{code}/end/{from}")
  @Performs("KEEP_CODES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CodeHistory.class)))
  public Response end(
      @PathParam("list") String list,
      @PathParam("code") String code,
      @PathParam("from") String from,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid EndCodeRequest request) {
    keeping.end(list, code, Years.day(from, FROM), request.source(), ifMatch);
    return history(list);
  }
}
