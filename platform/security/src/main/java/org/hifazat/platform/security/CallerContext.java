package org.hifazat.platform.security;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Knows who acts now. Outside a request and a binding: nobody. */
@ApplicationScoped
public class CallerContext {
  private static final ScopedValue<Caller> BOUND = ScopedValue.newInstance();

  private final SecurityIdentity identity;

  CallerContext(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** Who acts: the bound caller, else the one the request's token names, else nobody. */
  public Caller current() {
    if (BOUND.isBound()) {
      return BOUND.get();
    }
    if (!Arc.container().requestContext().isActive() || identity.isAnonymous()) {
      return Caller.nobody();
    }
    return new Caller(
        identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
            ? token.getSubject()
            : identity.getPrincipal().getName(),
        id("staff_id"),
        id("unit_id"),
        id("agency_id"),
        identity.getRoles().stream()
            .filter(role -> !role.equals(Caller.SYSTEM_ROLE))
            .collect(Collectors.toSet()));
  }

  /** Does the work as the given caller, on this thread; transactions it begins are theirs. */
  public <T extends @Nullable Object, X extends Throwable> T as(
      Caller caller, ScopedValue.CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(BOUND, caller).call(work);
  }

  /** Does the work as the given caller, on this thread; transactions it begins are theirs. */
  public void run(Caller caller, Runnable work) {
    ScopedValue.where(BOUND, caller).run(work);
  }

  /** How who asks now signed in; never at all for whoever is bound with {@link #as}. */
  SignIn signIn() {
    return SignIn.of(
        BOUND.isBound() || current().equals(Caller.nobody()) ? none -> null : this::claim);
  }

  private @Nullable Object claim(String name) {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? token.getClaim(name)
        : identity.getAttribute(name);
  }

  /** A claim that is no UUID counts as absent: it then opens nothing. */
  private Optional<UUID> id(String name) {
    Object value = claim(name);
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(value.toString()));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
