package org.hifazat.assessment.instrument;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * On what terms an instrument may be used.
 *
 * @param id short name of the licence, for example {@code public-domain}
 * @param attribution the line its holder asks for
 * @param permits free, or only once the terms are accepted
 * @param terms what must be accepted, when it must
 */
public record Licence(
    @Schema(required = true, examples = "public-domain") String id,
    @Nullable String holder,
    @Nullable String attribution,
    @Schema(required = true) Permits permits,
    @Nullable Texts terms) {

  /** Written for this system. */
  public static final Licence OWN = new Licence("own", null, null, Permits.FREE, null);

  /** What the licence lets the deploying organisation do at once. */
  public enum Permits {
    @JsonProperty("free")
    FREE,
    @JsonProperty("terms")
    TERMS
  }

  public boolean needsAcceptance() {
    return permits == Permits.TERMS;
  }
}
