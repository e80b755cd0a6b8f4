package org.hifazat.referral.code.web;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.referral.code.CodeMaps;
import org.jspecify.annotations.Nullable;

/** What an agency calls our codes: its people read and try them, its system keeps them. */
@Path("/partner/v1/code-maps")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CodeMapResource {
  static final String LISTS = "reason|status-reason|outcome|category|language";

  private final CodeMaps maps;

  CodeMapResource(CodeMaps maps) {
    this.maps = maps;
  }

  /**
   * @param theirs what the agency calls it
   * @param ours a code of the list; of several that stand for one, the first is what it reads
   */
  public record CodePart(
      @NotBlank @Size(max = 100) String theirs, @NotBlank @Size(max = 60) String ours) {}

  public record CodeMapRequest(@NotNull @Size(max = 500) List<@NotNull @Valid CodePart> items) {
    List<CodeMaps.Entry> entries() {
      return items.stream().map(one -> new CodeMaps.Entry(one.theirs(), one.ours())).toList();
    }
  }

  public record CodeMapView(String list, List<CodePart> items) {}

  /**
   * @param codes as the agency's system would send them
   */
  public record CodeTestRequest(
      @NotNull @Pattern(regexp = LISTS) String list,
      @NotNull @Size(min = 1, max = 100) List<@NotBlank @Size(max = 100) String> codes) {}

  /**
   * @param ours what it would be taken for; absent when an answer with it would be refused, or it
   *     stands for nothing
   * @param by map, same (it is our own code) or none
   */
  public record TriedView(String theirs, @Nullable String ours, String by) {}

  /**
   * @param unmapped our codes of the list that the agency has no name for
   */
  public record CodeTestView(List<TriedView> codes, List<String> unmapped) {
    static CodeTestView of(CodeMaps.Trials trials) {
      return new CodeTestView(
          trials.codes().stream()
              .map(one -> new TriedView(one.theirs(), one.ours(), one.by()))
              .toList(),
          trials.unmapped());
    }
  }

  @GET
  @Path("/{list}")
  @Performs("PARTNER_READ_CODE_MAPS")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CodeMapView.class)))
  public Response codeMap(@PathParam("list") @Pattern(regexp = LISTS) String list) {
    return answer(maps.of(list));
  }

  @PUT
  @Path("/{list}")
  @Performs("PARTNER_KEEP_CODE_MAPS")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CodeMapView.class)))
  public Response keepCodeMap(
      @PathParam("list") @Pattern(regexp = LISTS) String list,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid CodeMapRequest request) {
    return answer(maps.keep(list, request.entries(), Preconditions.expected(ifMatch)));
  }

  /** Tries codes against the map; nothing is answered with them. */
  @POST
  @Path("/test")
  @Performs("PARTNER_READ_CODE_MAPS")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CodeTestView.class)))
  public CodeTestView testCodes(@NotNull @Valid CodeTestRequest request) {
    return CodeTestView.of(maps.test(request.list(), request.codes()));
  }

  static Response answer(CodeMaps.CodeMap map) {
    return Response.ok(
            new CodeMapView(
                map.list(),
                map.entries().stream().map(one -> new CodePart(one.theirs(), one.ours())).toList()))
        .header(HttpHeaders.ETAG, ETags.of(map.version()))
        .build();
  }
}
