package org.hifazat.gateway.session;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hifazat.gateway.GatewayPaths;
import org.hifazat.gateway.GatewayProblem;
import org.hifazat.gateway.session.Sessions.Opened;
import org.jboss.logging.Logger;

/** Clears what earlier sign-ins left in the browser before Quarkus looks at a new one. */
@ApplicationScoped
class SignInStart {
  private static final Logger LOG = Logger.getLogger(SignInStart.class);

  /** After the gate, before Quarkus' authentication (priority 200). */
  private static final int BEFORE_SIGN_IN = 900;

  private static final String STATE = "q_auth";
  private static final int MOST_BEGUN = 8;

  private final Sessions sessions;
  private final SessionCookie cookie;
  private final Vertx vertx;

  SignInStart(Sessions sessions, SessionCookie cookie, Vertx vertx) {
    this.sessions = sessions;
    this.cookie = cookie;
    this.vertx = vertx;
  }

  void route(@Observes Filters filters) {
    filters.register(this::clear, BEFORE_SIGN_IN);
  }

  private void clear(RoutingContext context) {
    String path = context.request().path();
    if (path.equals(GatewayPaths.SIGN_IN)) {
      forgetWhatWasNeverDone(context);
    } else if (!path.equals(GatewayPaths.SIGN_IN_RETURN)) {
      context.next();
      return;
    }
    Optional<String> id = cookie.of(context);
    if (id.isEmpty()) {
      go(context, "", new Opened.NobodySignedIn());
      return;
    }
    vertx
        .executeBlocking(() -> sessions.open(id.get()), false)
        .onSuccess(opened -> go(context, id.get(), opened))
        .onFailure(
            fault -> {
              LOG.error("A session could not be opened", fault);
              GatewayProblem.INTERNAL.answer(context);
            });
  }

  private void go(RoutingContext context, String id, Opened opened) {
    switch (opened) {
      case Opened.SignedIn(String access, String idToken) -> {
        if (context.request().path().equals(GatewayPaths.SIGN_IN)) {
          goAgain(context, id, idToken);
          return;
        }
        if (bringsSignIn(context)) {
          // The one that is signed in here already gives way to it.
          ServerSideTokens.replace(context, id);
          hide(context);
        }
      }
      case Opened.NobodySignedIn(), Opened.KeycloakSilent() -> {
        if (SignInAgain.asked(context.request())) {
          leadTo(context, signIn(context, ""));
          return;
        }
        hide(context);
      }
    }
    context.next();
  }

  /** Somebody signed in comes to sign in: has them do it again when that is what is asked. */
  private void goAgain(RoutingContext context, String id, String idToken) {
    if (SignInAgain.asked(context.request())) {
      // In the address, because that is what Quarkus restores after the sign-in.
      leadTo(context, signIn(context, SignInAgain.from(id, idToken).parameter() + '&'));
      return;
    }
    Optional<SignInAgain> again = SignInAgain.in(context.request());
    if (again.isPresent() && again.get().isStill(id)) {
      FreshSignIn.ask(context);
      hide(context);
    } else if (again.isPresent() && !again.get().isSamePerson(idToken)) {
      // Not to the page somebody else was at.
      leadTo(context, LocalPath.HOME);
      return;
    }
    context.next();
  }

  private static String signIn(RoutingContext context, String parameters) {
    String to = LocalPath.or(context.request().getParam("to"));
    String language = context.request().getParam("ui_locales");
    return GatewayPaths.SIGN_IN
        + '?'
        + parameters
        + "to="
        + URLEncoder.encode(to, StandardCharsets.UTF_8)
        + (language == null
            ? ""
            : "&ui_locales=" + URLEncoder.encode(language, StandardCharsets.UTF_8));
  }

  private static void leadTo(RoutingContext context, String location) {
    context.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, location).end();
  }

  /** Quarkus would open the session it names instead of signing in anew. */
  private void hide(RoutingContext context) {
    context.response().removeCookie(cookie.name(), false);
  }

  /** Whether Keycloak sends the browser back with the end of a sign-in this browser began. */
  private static boolean bringsSignIn(RoutingContext context) {
    HttpServerRequest request = context.request();
    String state = request.getParam("state");
    return request.getParam("code") != null
        && state != null
        && request.cookies().stream()
            .anyMatch(one -> one.getName().startsWith(STATE) && one.getName().endsWith(state));
  }

  /**
   * Every sign-in that is begun leaves a cookie until it is done, so that two tabs can sign in at
   * once. Begun often and never done, they would grow over what a request's headers may hold.
   */
  private static void forgetWhatWasNeverDone(RoutingContext context) {
    List<String> begun =
        context.request().cookies().stream()
            .map(Cookie::getName)
            .filter(name -> name.startsWith(STATE))
            .toList();
    if (begun.size() >= MOST_BEGUN) {
      begun.forEach(
          name ->
              context
                  .response()
                  .addCookie(Cookie.cookie(name, "").setPath("/").setMaxAge(0).setHttpOnly(true)));
    }
  }
}
