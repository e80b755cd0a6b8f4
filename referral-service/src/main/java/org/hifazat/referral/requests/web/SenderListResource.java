package org.hifazat.referral.requests.web;

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
import org.hifazat.referral.requests.Handling;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.requests.SenderList;
import org.hifazat.referral.requests.SenderList.Asked;
import org.hifazat.referral.requests.SenderList.Line;
import org.hifazat.referral.requests.SenderList.Shelf;
import org.jspecify.annotations.Nullable;

/** What somebody, or a unit, has sent, across cases. */
@Path("/v1")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class SenderListResource {
  private static final String LIST = "sent-";

  private final SenderList sent;
  private final Cursors cursors;

  SenderListResource(SenderList sent, Cursors cursors) {
    this.sent = sent;
    this.cursors = cursors;
  }

  /**
   * A line of the list.
   *
   * @param caseId to look for the case by; another where that case went into this one
   * @param since its place in the list: until when it is due, since when it is answered, when it
   *     last changed
   * @param recipientId instead of service and agency: somebody no directory has
   * @param overdue the answer, or the end, should have come by now
   */
  public record SentLine(
      UUID id,
      UUID caseId,
      String caseNumber,
      @Nullable UUID serviceId,
      SenderList.@Nullable Name serviceName,
      @Nullable UUID agencyId,
      SenderList.@Nullable Name agencyName,
      @Nullable UUID recipientId,
      String category,
      String status,
      String priority,
      Instant authoredAt,
      Instant respondBy,
      Instant completeBy,
      Instant since,
      boolean overdue,
      @Nullable Instant acknowledgedAt,
      @Nullable String statusCode,
      @Nullable String outcomeCode,
      @Nullable Instant loopClosedAt) {

    static SentLine of(Line line) {
      Referral referral = line.referral();
      return new SentLine(
          referral.id(),
          line.caseId(),
          line.caseNumber(),
          referral.serviceId().orElse(null),
          line.service(),
          referral.agencyId().orElse(null),
          line.agency(),
          referral.recipient().outside().orElse(null),
          referral.category(),
          referral.status().label(),
          referral.priority(),
          referral.authoredAt(),
          referral.respondBy(),
          referral.completeBy(),
          line.place(),
          line.overdue(),
          referral.handling().flatMap(Handling::acknowledgedAt).orElse(null),
          referral.statusCode().orElse(null),
          referral.outcomeCode().orElse(null),
          referral.loopClosedAt().orElse(null));
    }
  }

  /**
   * @param of mine: of the cases the caller has or works on; unit: all of the unit, for supervisors
   * @param shelf open is waiting and under-way together, overdue ones first
   * @param overdue true: only these, of open, waiting or under-way
   */
  @GET
  @Path("/referrals")
  @Performs("LIST_REFERRALS")
  public Page<SentLine> sent(
      @QueryParam("of") @DefaultValue("mine") @Schema(enumeration = {"mine", "unit"}) String of,
      @QueryParam("shelf")
          @DefaultValue("open")
          @Schema(enumeration = {"open", "waiting", "under-way", "to-close", "ended"})
          String name,
      @QueryParam("overdue") @DefaultValue("false") @Schema(enumeration = {"true", "false"})
          String overdue,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    Asked asked = new Asked(shelf(name), whose(of), isTrue(overdue));
    if (asked.overdue() && !asked.shelf().hasDeadlines()) {
      throw refused("/overdue", "no-deadlines");
    }
    int size = Page.limit(limit);
    String list = LIST + of + "-" + name;
    List<SentLine> rows =
        sent.page(asked, cursors.verify(list, cursor).orElse(null), size + 1).stream()
            .map(SentLine::of)
            .toList();
    return Page.cut(rows, size, line -> cursors.sign(list, line.since(), line.id()));
  }

  private static boolean whose(String of) {
    return switch (of) {
      case "unit" -> true;
      case "mine" -> false;
      default -> throw refused("/of", "pattern");
    };
  }

  private static boolean isTrue(String overdue) {
    return switch (overdue) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refused("/overdue", "pattern");
    };
  }

  private static Shelf shelf(String name) {
    for (Shelf shelf : Shelf.values()) {
      if (shelf.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
        return shelf;
      }
    }
    throw refused("/shelf", "pattern");
  }

  private static ProblemException refused(String pointer, String code) {
    return new ProblemException(CommonProblem.INVALID_VALUE, new Violation(pointer, code));
  }
}
