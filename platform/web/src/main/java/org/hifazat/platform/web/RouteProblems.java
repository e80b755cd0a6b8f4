package org.hifazat.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Answers with a problem what never comes to a resource. */
@ApplicationScoped
class RouteProblems {
  private final ObjectMapper json;

  RouteProblems(ObjectMapper json) {
    this.json = json;
  }

  void answer(RoutingContext request, CommonProblem type) {
    try {
      String body = json.writeValueAsString(Problem.of(type, List.of()));
      request
          .response()
          .setStatusCode(type.status())
          .putHeader("Content-Type", Problem.MEDIA_TYPE)
          .end(body);
    } catch (JsonProcessingException fault) {
      request.fail(fault);
    }
  }
}
