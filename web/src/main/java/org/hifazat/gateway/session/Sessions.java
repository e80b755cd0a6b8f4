package org.hifazat.gateway.session;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hifazat.gateway.GatewayConfig;
import org.hifazat.gateway.session.KeycloakTokens.Renewal;
import org.jboss.logging.Logger;

/** Begins, opens and ends sessions. Every method may wait for the database or for Keycloak. */
@ApplicationScoped
public class Sessions {
  private static final Logger LOG = Logger.getLogger(Sessions.class);
  private static final Duration CLEANING = Duration.ofMinutes(10);

  private final SessionStore store;
  private final KeycloakTokens keycloak;
  private final Clock clock;
  private final Duration longest;
  private final SecureRandom random = new SecureRandom();
  private final ConcurrentHashMap<String, CompletableFuture<Opened>> renewals =
      new ConcurrentHashMap<>();

  Sessions(SessionStore store, KeycloakTokens keycloak, Clock clock, GatewayConfig config) {
    this.store = store;
    this.keycloak = keycloak;
    this.clock = clock;
    this.longest = config.session().longest();
  }

  /** What a session's id opens. */
  public sealed interface Opened {
    /** Somebody is signed in, with an access token the services take. */
    record SignedIn(String accessToken, String idToken) implements Opened {
      @Override
      public String toString() {
        return "SignedIn[…]";
      }
    }

    /** The id is nobody's, or the session is over. */
    record NobodySignedIn() implements Opened {}

    /** The access token has ended and Keycloak cannot be asked for a new one now. */
    record KeycloakSilent() implements Opened {}
  }

  /** Begins a session and gives its id, 256 random bits. */
  String begin(Tokens tokens) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    store.add(id, StoredSession.with(tokens, now, now, longest));
    return id;
  }

  /** Opens a session; exchanges its access token first when that is about to end. */
  public Opened open(String id) {
    Optional<StoredSession> found = store.find(id);
    if (found.isEmpty() || over(found.get())) {
      return new Opened.NobodySignedIn();
    }
    StoredSession session = found.get();
    return clock.instant().isBefore(session.renewAt()) ? signedIn(session) : renewedOnce(id);
  }

  /**
   * A page asks for many things at once, and a refresh token is good for one exchange only: the
   * first request makes it, the others here wait for it. Between gateways the row's lock does it.
   */
  private Opened renewedOnce(String id) {
    CompletableFuture<Opened> own = new CompletableFuture<>();
    CompletableFuture<Opened> underWay = renewals.putIfAbsent(id, own);
    if (underWay != null) {
      return underWay.join();
    }
    try {
      Opened opened = renewed(id);
      own.complete(opened);
      return opened;
    } catch (RuntimeException fault) {
      own.completeExceptionally(fault);
      throw fault;
    } finally {
      renewals.remove(id, own);
    }
  }

  private Opened renewed(String id) {
    AtomicBoolean silent = new AtomicBoolean();
    Optional<StoredSession> session =
        store.change(
            id,
            present -> {
              Instant now = clock.instant();
              if (now.isBefore(present.renewAt())) {
                return Optional.of(present);
              }
              return switch (keycloak.renew(present.tokens())) {
                case Renewal.Renewed(Tokens tokens) ->
                    Optional.of(StoredSession.with(tokens, present.startedAt(), now, longest));
                case Renewal.Refused() -> Optional.empty();
                case Renewal.Undecided() -> {
                  silent.set(!now.isBefore(present.accessEndsAt()));
                  yield Optional.of(present);
                }
              };
            });
    if (silent.get()) {
      LOG.warn("Keycloak does not answer: a session's access token could not be renewed");
      return new Opened.KeycloakSilent();
    }
    return session.map(this::signedIn).orElseGet(Opened.NobodySignedIn::new);
  }

  /** Ends this session here and its Keycloak session. */
  void end(String id) {
    Optional<StoredSession> session = store.find(id);
    store.remove(id);
    session.ifPresent(ended -> endAtKeycloak(ended.tokens()));
  }

  /**
   * Ends a session in whose browser somebody has signed in again. Another account's Keycloak
   * session ends too; the same account's goes on in the new one.
   */
  void giveWay(String id, Tokens fresh) {
    Optional<StoredSession> session = store.find(id);
    store.remove(id);
    session
        .filter(old -> !old.keycloakSession().equals(Tokens.claims(fresh.id()).getString("sid")))
        .ifPresent(old -> endAtKeycloak(old.tokens()));
  }

  /** Forgets a session whose Keycloak session goes on, as when somebody signs in anew. */
  void forget(String id) {
    store.remove(id);
  }

  /**
   * Ends every session of whoever this session belongs to, on all their devices. Each Keycloak
   * session that can reach a service has its tokens here and nowhere else, so this ends them all.
   */
  void endEverywhere(String id) {
    store
        .find(id)
        .ifPresent(
            session -> store.removeOfSubject(session.subject()).forEach(this::endAtKeycloak));
  }

  /** Ends what Keycloak says has ended. */
  void ended(LogoutTokens.Ended ended) {
    switch (ended) {
      case LogoutTokens.Ended.OneSession(String keycloakSession) ->
          store.removeOfKeycloakSession(keycloakSession);
      case LogoutTokens.Ended.Account(String subject) -> store.removeOfSubject(subject);
    }
  }

  void cleanUp(@Observes StartupEvent started, Vertx vertx) {
    vertx.setPeriodic(
        CLEANING.toMillis(),
        timer ->
            vertx
                .executeBlocking(
                    () -> {
                      store.removeOver(clock.instant());
                      return true;
                    },
                    false)
                .onFailure(fault -> LOG.warn("Sessions that are over could not be removed")));
  }

  private void endAtKeycloak(Tokens tokens) {
    if (!keycloak.end(tokens)) {
      LOG.warn("Keycloak does not answer: a session ended here, there it ends by itself later");
    }
  }

  private boolean over(StoredSession session) {
    return !clock.instant().isBefore(session.endsAt());
  }

  private Opened signedIn(StoredSession session) {
    return new Opened.SignedIn(session.tokens().access(), session.tokens().id());
  }
}
