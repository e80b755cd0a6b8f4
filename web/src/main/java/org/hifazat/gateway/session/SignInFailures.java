package org.hifazat.gateway.session;

import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.spi.runtime.AuthenticationFailureEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.jboss.logging.Logger;

/** Logs that somebody could not be signed in, and never who or with what. */
@ApplicationScoped
class SignInFailures {
  private static final Logger LOG = Logger.getLogger(SignInFailures.class);

  void log(@ObservesAsync AuthenticationFailureEvent failure) {
    Throwable fault = failure.getAuthenticationFailure();
    // "Authentication redirect" is how Quarkus ends a sign-in that did succeed.
    if (!(fault instanceof AuthenticationRedirectException)) {
      LOG.warnf("A sign-in did not succeed: %s", fault.getClass().getSimpleName());
    }
  }
}
