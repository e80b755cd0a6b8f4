package org.hifazat.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hifazat.gateway.GatewayPaths;
import org.hifazat.gateway.GatewayProblem;
import org.hifazat.gateway.session.Sessions.Opened;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Who is signed in, signing in, signing out. */
@ApplicationScoped
class SessionRoutes {
  private static final Logger LOG = Logger.getLogger(SessionRoutes.class);
  private static final long LONGEST_MESSAGE = 16_384;

  private final Sessions sessions;
  private final SessionCookie cookie;
  private final LogoutTokens logoutTokens;
  private final Vertx vertx;

  SessionRoutes(Sessions sessions, SessionCookie cookie, LogoutTokens logoutTokens, Vertx vertx) {
    this.sessions = sessions;
    this.cookie = cookie;
    this.logoutTokens = logoutTokens;
    this.vertx = vertx;
  }

  void route(@Observes Router router) {
    router.get(GatewayPaths.SESSION).handler(this::who);
    // Only somebody signed in gets here: Quarkus sends everybody else to Keycloak first.
    router.get(GatewayPaths.SIGN_IN).handler(this::signedIn);
    router.get(GatewayPaths.SIGN_IN_RETURN).handler(context -> redirect(context, LocalPath.HOME));
    router
        .get(GatewayPaths.SIGN_IN_FAILED)
        .handler(context -> redirect(context, GatewayPaths.LANDING_AFTER_FAILURE));
    router.post(GatewayPaths.SIGN_OUT).handler(context -> signOut(context, sessions::end));
    router
        .post(GatewayPaths.SIGN_OUT_EVERYWHERE)
        .handler(context -> signOut(context, sessions::endEverywhere));
    router
        .post(GatewayPaths.BACK_CHANNEL_LOGOUT)
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_MESSAGE))
        .handler(this::backChannel);
  }

  private void who(RoutingContext context) {
    Optional<String> id = cookie.of(context);
    if (id.isEmpty()) {
      json(context, new JsonObject().put("signedIn", false));
      return;
    }
    waiting(() -> sessions.open(id.get()))
        .onSuccess(
            opened -> {
              switch (opened) {
                case Opened.SignedIn(String access, String idToken) ->
                    json(context, person(Tokens.claims(idToken), Tokens.claims(access)));
                case Opened.NobodySignedIn() -> {
                  cookie.remove(context);
                  json(context, new JsonObject().put("signedIn", false));
                }
                case Opened.KeycloakSilent() -> GatewayProblem.unavailable(context, "keycloak");
              }
            })
        .onFailure(fault -> failed(context, fault));
  }

  private static JsonObject person(JsonObject id, JsonObject access) {
    JsonObject person = new JsonObject().put("signedIn", true);
    put(person, "username", id.getString("preferred_username"));
    put(person, "displayName", id.getString("name"));
    return person
        .put("roles", access.getJsonArray("roles", new JsonArray()))
        .put("acr", id.getString("acr", "0"))
        .put("signedInAt", Instant.ofEpochSecond(id.getLong("auth_time", 0L)).toString());
  }

  private static void put(JsonObject person, String name, @Nullable String value) {
    if (value != null) {
      person.put(name, value);
    }
  }

  private void signedIn(RoutingContext context) {
    redirect(context, LocalPath.or(context.request().getParam("to")));
  }

  private interface Ending {
    void end(String id);
  }

  /** Signs out even when nobody is signed in: what the browser keeps is cleared in any case. */
  private void signOut(RoutingContext context, Ending ending) {
    Future<Boolean> ended =
        cookie
            .of(context)
            .map(
                id ->
                    waiting(
                        () -> {
                          ending.end(id);
                          return true;
                        }))
            .orElse(Future.succeededFuture(false));
    ended
        .onSuccess(
            done -> {
              cookie.remove(context);
              context
                  .response()
                  .putHeader("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"")
                  .setStatusCode(204)
                  .end();
            })
        .onFailure(fault -> failed(context, fault));
  }

  private void backChannel(RoutingContext context) {
    String token = context.request().getFormAttribute("logout_token");
    if (token == null) {
      GatewayProblem.BAD_REQUEST.answer(context);
      return;
    }
    waiting(
            () -> {
              Optional<LogoutTokens.Ended> ended = logoutTokens.read(token);
              ended.ifPresent(sessions::ended);
              return ended.isPresent();
            })
        .onSuccess(
            taken -> {
              if (taken) {
                context.response().setStatusCode(200).end();
              } else {
                GatewayProblem.BAD_REQUEST.answer(context);
              }
            })
        .onFailure(fault -> failed(context, fault));
  }

  private <T> Future<T> waiting(Callable<T> work) {
    return vertx.executeBlocking(work, false);
  }

  private static void redirect(RoutingContext context, String path) {
    context.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, path).end();
  }

  private static void json(RoutingContext context, JsonObject body) {
    context.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(body.toBuffer());
  }

  private static void failed(RoutingContext context, Throwable fault) {
    LOG.error("A session could not be opened or ended", fault);
    GatewayProblem.INTERNAL.answer(context);
  }
}
