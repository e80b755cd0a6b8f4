package org.hifazat.referral.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of secure links. */
@ConfigMapping(prefix = "hifazat.link")
public interface LinkConfig {
  /** Beginning of a link: what browsers know the platform by. */
  @WithDefault("http://localhost:8600")
  String publicUrl();

  /** How long a link waits to be opened when its maker does not say. */
  @WithDefault("72h")
  Duration waits();

  /** How long whoever opened one may work with it. */
  @WithDefault("2h")
  Duration session();

  /** Codes that may be tried before a link ends. */
  @WithDefault("5")
  int attempts();

  /** Links of one referral, one after another. */
  @WithDefault("20")
  int perReferral();

  /**
   * Rounds of PBKDF2 with HMAC-SHA-256; the default is what OWASP's Password Storage Cheat Sheet
   * asks for.
   */
  @WithDefault("600000")
  int codeRounds();
}
