package org.hifazat.gateway.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import org.hifazat.gateway.GatewayConfig;

/**
 * The content security policy: scripts from this origin only, none inline. The one relaxation is
 * {@code 'wasm-unsafe-eval'}, for the forms engine's parser. Style elements Mantine makes at run
 * time carry the page's nonce, so {@code 'unsafe-inline'} is not needed for styles either.
 */
@ApplicationScoped
public class ContentPolicy {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String NONCE = ContentPolicy.class.getName();

  private final String upgrade;

  ContentPolicy(GatewayConfig config) {
    this.upgrade = config.secure() ? "; upgrade-insecure-requests" : "";
  }

  /** Makes the nonce of a page that is about to be sent. */
  String nonce(RoutingContext context) {
    byte[] random = new byte[18];
    RANDOM.nextBytes(random);
    String nonce = Base64.getEncoder().encodeToString(random);
    context.put(NONCE, nonce);
    return nonce;
  }

  /** The policy of an answer. */
  public String of(RoutingContext context) {
    String nonce = context.get(NONCE) instanceof String made ? " 'nonce-" + made + "'" : "";
    return "default-src 'none'"
        + "; script-src 'self' 'wasm-unsafe-eval'"
        + "; style-src 'self'"
        + nonce
        + "; img-src 'self' data: blob:"
        + "; font-src 'self'"
        + "; connect-src 'self'"
        + "; manifest-src 'self'"
        + "; worker-src 'self'"
        + "; base-uri 'none'"
        + "; form-action 'self'"
        + "; frame-ancestors 'none'"
        + upgrade;
  }
}
