package org.hifazat.referral.requests.partner;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.requests.AgencyInbox;
import org.hifazat.referral.requests.AgencyInbox.Entry;
import org.hifazat.referral.requests.AgencyInbox.Shelf;
import org.hifazat.referral.requests.Handling;
import org.hifazat.referral.requests.Referral;
import org.jspecify.annotations.Nullable;

/** The inbox of an agency's people: by what is to be done and until when. */
@Path("/partner/v1/inbox")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class PartnerInboxResource {
  private static final String LIST = "partner-inbox-";

  private final AgencyInbox inbox;
  private final Cursors cursors;

  PartnerInboxResource(AgencyInbox inbox, Cursors cursors) {
    this.inbox = inbox;
    this.cursors = cursors;
  }

  /**
   * A line of the inbox.
   *
   * @param acknowledged the agency has said that it saw it
   * @param claimed somebody has it
   * @param mine the caller has it
   * @param addressed it is meant for one person, the caller if mine
   */
  public record InboxLine(
      UUID id,
      String category,
      String status,
      String priority,
      String reasonCode,
      Instant authoredAt,
      Instant respondBy,
      Instant completeBy,
      boolean acknowledged,
      boolean claimed,
      boolean mine,
      boolean addressed,
      Instant lastModified) {

    static InboxLine of(Entry entry) {
      Referral referral = entry.referral();
      return new InboxLine(
          referral.id(),
          referral.category(),
          referral.status().label(),
          referral.priority(),
          referral.reasonCode(),
          referral.authoredAt(),
          referral.respondBy(),
          referral.completeBy(),
          referral.handling().flatMap(Handling::acknowledgedAt).isPresent(),
          referral.handling().flatMap(Handling::claimedAt).isPresent(),
          entry.mine(),
          referral.addressee().isPresent(),
          referral.lastModified());
    }
  }

  @GET
  @Performs("PARTNER_LIST_REFERRALS")
  public Page<InboxLine> inbox(
      @QueryParam("shelf")
          @DefaultValue("waiting")
          @Schema(enumeration = {"waiting", "under-way", "ended"})
          String name,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    Shelf shelf = shelf(name);
    int size = Page.limit(limit);
    List<InboxLine> rows =
        inbox.page(shelf, cursors.verify(LIST + name, cursor).orElse(null), size + 1).stream()
            .map(InboxLine::of)
            .toList();
    return Page.cut(rows, size, line -> cursors.sign(LIST + name, place(shelf, line), line.id()));
  }

  private static Instant place(Shelf shelf, InboxLine line) {
    return switch (shelf) {
      case WAITING -> line.respondBy();
      case UNDER_WAY -> line.completeBy();
      case ENDED -> line.lastModified();
    };
  }

  private static Shelf shelf(String name) {
    for (Shelf shelf : Shelf.values()) {
      if (shelf.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
        return shelf;
      }
    }
    throw new ProblemException(CommonProblem.INVALID_VALUE, new Violation("/shelf", "pattern"));
  }
}
