package org.hifazat.platform.web;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hibernate.StaleObjectStateException;

/**
 * Two changes that passed the same precondition and met in the database: the later one is refused
 * there, and its author is told both versions as if the first had been done long ago.
 */
@ApplicationScoped
class LostUpdates {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

  private final Instance<EntityManager> entities;

  LostUpdates(Instance<EntityManager> entities) {
    this.entities = entities;
  }

  /**
   * Empty where what was overtaken is not what the request names: the tag of another thing would
   * mislead. It is read as the caller, who has just read and changed it.
   */
  Optional<Versions> versions(OptimisticLockException lost, HttpHeaders headers, UriInfo request) {
    String ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (ifMatch == null
        || !entities.isResolvable()
        || !(lost.getCause() instanceof StaleObjectStateException stale)
        || !(stale.getIdentifier() instanceof UUID id)
        || !named(request).filter(id::equals).isPresent()) {
      return Optional.empty();
    }
    long expected = Preconditions.expected(ifMatch);
    return standing(stale.getEntityName(), id)
        .filter(current -> current > expected)
        .map(current -> new Versions(ETags.of(expected), ETags.of(current)));
  }

  /** The last id in the path is that of the thing asked for; what follows it is what to do. */
  private static Optional<UUID> named(UriInfo request) {
    List<String> ids = ID.matcher(request.getPath()).results().map(MatchResult::group).toList();
    return ids.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(ids.getLast()));
  }

  private Optional<Long> standing(String entity, UUID id) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .get()
                    .createQuery(
                        "select version(e) from " + entity + " e where e.id = :id", Long.class)
                    .setParameter("id", id)
                    .getResultStream()
                    .findFirst());
  }
}
