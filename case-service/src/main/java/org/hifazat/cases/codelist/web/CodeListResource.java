package org.hifazat.cases.codelist.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.ProblemException;

/** The codes a form may offer today, with their labels. */
@Path("/v1/code-lists/{list}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class CodeListResource {
  private final CodeLists lists;
  private final Clock clock;

  CodeListResource(CodeLists lists, Clock clock) {
    this.lists = lists;
    this.clock = clock;
  }

  @GET
  @Performs("LIST_CODES")
  public Page<CodeLists.Code> codes(@PathParam("list") String list) {
    List<CodeLists.Code> codes = lists.codes(list, KarachiTime.day(clock.instant()));
    if (codes.isEmpty()) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    return Page.all(codes);
  }
}
