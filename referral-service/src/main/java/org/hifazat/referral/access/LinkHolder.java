package org.hifazat.referral.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.persistence.RowSettings;
import org.hifazat.platform.security.CallerContext;

/** Whoever opened a secure link: no account, one referral, nothing else; the database is told. */
@ApplicationScoped
public class LinkHolder implements RowSettings {
  /** Opened a link with its code. */
  public static final String ROLE = "link-recipient";

  /** Has not shown anything yet: may try to open a link. */
  public static final String VISITOR = "link-visitor";

  /** How the subjects of links begin; an account's is a uuid. */
  public static final String SUBJECT = "link:";

  public static final String LINK = "link_id";
  public static final String REFERRAL = "link_referral_id";

  private final CallerContext callers;
  private final SecurityIdentity identity;

  LinkHolder(CallerContext callers, SecurityIdentity identity) {
    this.callers = callers;
    this.identity = identity;
  }

  /** Whether it is by a link that somebody has a referral. */
  public static boolean isLink(String subject) {
    return subject.startsWith(SUBJECT);
  }

  /** Whether the caller is one. */
  public boolean acts() {
    return callers.current().has(ROLE);
  }

  /** The link that was opened. */
  public Optional<UUID> linkId() {
    return attribute(LINK);
  }

  /** The referral it is for. */
  public Optional<UUID> referralId() {
    return attribute(REFERRAL);
  }

  @Override
  public Map<String, String> current() {
    return Map.of("app.link_id", text(linkId()), "app.link_referral_id", text(referralId()));
  }

  private Optional<UUID> attribute(String name) {
    return acts() && identity.getAttribute(name) instanceof UUID id
        ? Optional.of(id)
        : Optional.empty();
  }

  private static String text(Optional<UUID> id) {
    return id.map(UUID::toString).orElse("");
  }
}
