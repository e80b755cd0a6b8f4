package org.hifazat.cases.story.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.story.Story;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** What happened to a case, newest first. */
@Path("/v1/cases/{caseId}/timeline")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class StoryResource {
  private static final String LIST = "timeline:";

  private final Story story;
  private final Cursors cursors;

  StoryResource(Story story, Cursors cursors) {
    this.story = story;
    this.cursors = cursors;
  }

  @GET
  @Performs("VIEW_TIMELINE")
  public Page<StoryLineView> page(
      @PathParam("caseId") UUID caseId,
      @QueryParam("group") @Pattern(regexp = "case|child|consent|risk|plan|task|referral|paper")
          @Nullable String group,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    String list = LIST + caseId;
    List<StoryLineView> rows =
        story.page(caseId, group, cursors.verify(list, cursor).orElse(null), size + 1).stream()
            .map(StoryLineView::of)
            .toList();
    return Page.cut(rows, size, line -> cursors.sign(list, line.happenedAt(), line.id()));
  }
}
