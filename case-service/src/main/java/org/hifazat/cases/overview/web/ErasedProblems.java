package org.hifazat.cases.overview.web;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.hifazat.cases.CaseProblem;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.web.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whoever asks for one erased child is told so; in a list it keeps its number. */
public class ErasedProblems {

  @ServerExceptionMapper
  public Response erased(ErasedSubjectException erased) {
    return Problem.response(CaseProblem.ERASED, List.of());
  }
}
