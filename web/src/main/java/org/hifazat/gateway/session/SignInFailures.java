package org.hifazat.gateway.session;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.spi.runtime.AuthenticationFailureEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder.DefaultAuthFailureHandler;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.function.BiConsumer;
import org.hifazat.gateway.GatewayPaths;
import org.jboss.logging.Logger;

/** What follows when somebody could not be signed in. */
@ApplicationScoped
class SignInFailures {
  private static final Logger LOG = Logger.getLogger(SignInFailures.class);

  /** Between Quarkus' authentication, which sets its own answer, and its authorization. */
  private static final int AFTER_AUTHENTICATION = 150;

  void route(@Observes Filters filters) {
    filters.register(SignInFailures::answerWithAPage, AFTER_AUTHENTICATION);
  }

  /** Leads to the application's page that says so, where Quarkus would send an empty 401. */
  private static void answerWithAPage(RoutingContext context) {
    BiConsumer<RoutingContext, Throwable> quarkus =
        context.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
    if (quarkus != null && context.request().path().equals(GatewayPaths.SIGN_IN_RETURN)) {
      BiConsumer<RoutingContext, Throwable> ours =
          (failed, fault) -> {
            if (rootCause(fault) instanceof AuthenticationCompletionException) {
              failed
                  .response()
                  .setStatusCode(302)
                  .putHeader(HttpHeaders.LOCATION, GatewayPaths.LANDING_AFTER_FAILURE)
                  .end();
            } else {
              quarkus.accept(failed, fault);
            }
          };
      context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, ours);
    }
    context.next();
  }

  private static Throwable rootCause(Throwable fault) {
    return DefaultAuthFailureHandler.extractRootCause(fault);
  }

  /** Logs that it happened, and never to whom or with what. */
  void log(@ObservesAsync AuthenticationFailureEvent failure) {
    Throwable fault = failure.getAuthenticationFailure();
    // "Authentication redirect" is how Quarkus ends a sign-in that did succeed.
    if (!(fault instanceof AuthenticationRedirectException)) {
      LOG.warnf("A sign-in did not succeed: %s", fault.getClass().getSimpleName());
    }
  }
}
