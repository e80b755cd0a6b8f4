package org.hifazat.identity.agency.person.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.identity.agency.person.AgencyPeople;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Whom of an agency a referral can be meant for: read by who sends and by the agency itself. */
@Path("/v1/agencies/{agencyId}/listed-people")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class ListedPeopleResource {
  private final AgencyPeople people;
  private final Cursors cursors;

  ListedPeopleResource(AgencyPeople people, Cursors cursors) {
    this.people = people;
    this.cursors = cursors;
  }

  /**
   * Somebody a referral can be meant for.
   *
   * @param name what the agency has senders call them
   */
  public record ListedPersonView(
      @Schema(required = true) UUID id, @Schema(required = true) String name) {
    static ListedPersonView of(AgencyPeople.Listed person) {
      return new ListedPersonView(person.id(), person.name());
    }
  }

  @GET
  @Performs("LIST_LISTED_PEOPLE")
  public Page<ListedPersonView> listedPeople(
      @PathParam("agencyId") UUID agencyId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    String list = "listed-people-" + agencyId;
    int size = Page.limit(limit);
    Page<AgencyPeople.Listed> page =
        Page.cut(
            people
                .listed(agencyId, cursors.verify(list, cursor).orElse(null), size + 1)
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)),
            size,
            last -> cursors.sign(list, last.enrolledAt(), last.id()));
    return new Page<>(page.items().stream().map(ListedPersonView::of).toList(), page.next());
  }
}
