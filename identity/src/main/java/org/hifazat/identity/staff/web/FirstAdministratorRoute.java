package org.hifazat.identity.staff.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.validation.Validator;
import java.util.Optional;
import org.hifazat.identity.staff.FirstAdministrator;
import org.hifazat.platform.security.OwnMachine;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /q/first-administrator} on the management port and from this machine only, with
 * {@code {"username", "givenName", "familyName"}}: 200 with {@code temporaryPassword}, which is
 * shown once; else {@code code}: 400 malformed-request, 409 administrator-exists, username-taken,
 * account-not-ready or account-not-ours, 422 username-reserved, 503 when Keycloak is away.
 */
@ApplicationScoped
class FirstAdministratorRoute {
  private static final int LONGEST = 4_096;

  private final FirstAdministrator first;
  private final ObjectMapper json;
  private final Validator validator;

  FirstAdministratorRoute(FirstAdministrator first, ObjectMapper json, Validator validator) {
    this.first = first;
    this.json = json;
    this.validator = validator;
  }

  void register(@Observes ManagementInterface management) {
    management
        .router()
        .post("/q/first-administrator")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST))
        .blockingHandler(this::answer, false);
  }

  private void answer(RoutingContext request) {
    if (!OwnMachine.asks(request.request())) {
      request.response().setStatusCode(404).end();
      return;
    }
    Optional<FirstAdministrator.Command> command = read(request.body().asString());
    if (command.isEmpty()) {
      end(request, 400, new JsonObject().put("code", "malformed-request"));
      return;
    }
    try {
      end(
          request,
          200,
          new JsonObject()
              .put("username", command.get().username())
              .put("temporaryPassword", first.enrol(command.get())));
    } catch (ProblemException refused) {
      end(request, refused.type().status(), new JsonObject().put("code", refused.type().code()));
    }
  }

  private Optional<FirstAdministrator.Command> read(@Nullable String body) {
    try {
      return Optional.ofNullable(
              json.readValue(body == null ? "" : body, FirstAdministrator.Command.class))
          .filter(command -> validator.validate(command).isEmpty());
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }

  private static void end(RoutingContext request, int status, JsonObject body) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .putHeader("cache-control", "no-store")
        .end(body.encode());
  }
}
