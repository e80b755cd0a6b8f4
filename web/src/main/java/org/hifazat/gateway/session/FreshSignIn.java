package org.hifazat.gateway.session;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Has Keycloak ask for password and second factor although it knows the browser, where that was
 * {@link #ask}ed.
 */
@ApplicationScoped
@Unremovable
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class FreshSignIn implements OidcRedirectFilter {
  private static final String ASKED = FreshSignIn.class.getName();

  static void ask(RoutingContext context) {
    context.put(ASKED, true);
  }

  @Override
  public void filter(OidcRedirectContext redirect) {
    if (redirect.routingContext().get(ASKED) != null) {
      redirect
          .additionalQueryParams()
          .set("prompt", "login")
          .set("max_age", "0")
          // Voluntary: who has no second factor is refused by the services, and not by Keycloak's
          // error page, which leads nowhere.
          .set("acr_values", "2");
    }
  }
}
