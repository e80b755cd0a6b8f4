package org.hifazat.cases.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.conference.CaseConferences;
import org.hifazat.cases.followup.CaseReviews;
import org.hifazat.cases.followup.FollowUps;
import org.hifazat.cases.incident.Incidents;
import org.hifazat.cases.legal.LegalFile;
import org.hifazat.cases.missing.MissingTimes;
import org.hifazat.cases.note.NoteKind;
import org.hifazat.cases.note.Notes;
import org.hifazat.cases.placement.Placements;
import org.hifazat.cases.plan.PlanReading;
import org.hifazat.cases.referral.KnownReferrals;
import org.hifazat.cases.restricted.Nationality;
import org.hifazat.cases.risk.KnownAssessments;
import org.hifazat.cases.safety.SafetyPlans;
import org.hifazat.cases.support.ServicesGiven;
import org.hifazat.cases.tracing.TracingQueries;

/**
 * Gathers what is printed of a case, each part under the rule by which it is read on the screen.
 */
@ApplicationScoped
class CaseContents {
  /** Of each kind; the rest is not printed, and the document says so. */
  private static final int MOST = 200;

  private final KnownAssessments assessments;
  private final KnownReferrals referrals;
  private final ServicesGiven services;
  private final CaseReviews reviews;
  private final CaseConferences conferences;
  private final Incidents incidents;
  private final LegalFile legal;
  private final Placements placements;
  private final MissingTimes missing;
  private final TracingQueries tracing;
  private final Nationality nationality;
  private final PlanReading plans;
  private final SafetyPlans safety;
  private final FollowUps contacts;
  private final Notes notes;

  CaseContents(
      KnownAssessments assessments,
      KnownReferrals referrals,
      ServicesGiven services,
      CaseReviews reviews,
      CaseConferences conferences,
      Incidents incidents,
      LegalFile legal,
      Placements placements,
      MissingTimes missing,
      TracingQueries tracing,
      Nationality nationality,
      PlanReading plans,
      SafetyPlans safety,
      FollowUps contacts,
      Notes notes) {
    this.assessments = assessments;
    this.referrals = referrals;
    this.services = services;
    this.reviews = reviews;
    this.conferences = conferences;
    this.incidents = incidents;
    this.legal = legal;
    this.placements = placements;
    this.missing = missing;
    this.tracing = tracing;
    this.nationality = nationality;
    this.plans = plans;
    this.safety = safety;
    this.contacts = contacts;
    this.notes = notes;
  }

  /**
   * @param cut headings of the lists that are not printed to their end
   */
  record Gathered(
      WorkPrint.Content work, HelpPrint.Content help, PaperPrint.Content papers, Set<String> cut) {}

  Gathered of(CaseFile file, Set<ExportPart> chosen) {
    UUID id = file.id();
    Cutting cutting = new Cutting(new ArrayList<>());
    HelpPrint.Content help =
        new HelpPrint.Content(
            cutting.most("print.assessments", assessments.ofCase(id, MOST + 1)),
            cutting.most("print.referrals", referrals.ofCase(id, MOST + 1)),
            cutting.most("print.services", services.page(id, null, MOST + 1)),
            cutting.most("print.reviews", reviews.page(id, null, MOST + 1)),
            cutting.most("print.conferences", conferences.page(id, null, MOST + 1)));
    PaperPrint.Content papers =
        new PaperPrint.Content(
            cutting.most("print.incidents", incidents.page(id, null, MOST + 1)),
            legal(legal.of(id, MOST + 1), cutting),
            cutting.most("print.placements", placements.page(id, null, MOST + 1)),
            cutting.most("print.missing", missing.page(id, null, MOST + 1)),
            tracing.ofCase(id),
            chosen.contains(ExportPart.NATIONALITY) ? nationality.read(id).facts() : null);
    return new Gathered(work(id, chosen, cutting), help, papers, Set.copyOf(cutting.headings()));
  }

  private static LegalFile.Whole legal(LegalFile.Whole all, Cutting cutting) {
    return new LegalFile.Whole(
        cutting.most("print.matters", all.matters()),
        cutting.most("print.hearings", all.hearings()),
        cutting.most("print.orders", all.orders()));
  }

  private WorkPrint.Content work(UUID id, Set<ExportPart> chosen, Cutting cutting) {
    List<Notes.Whole> readable = cutting.most("print.notes", notes.page(id, null, MOST + 1));
    return new WorkPrint.Content(
        plans.inForce(id),
        safety.page(id, null, 1).stream()
            .filter(one -> one.plan().state().equals("in-force"))
            .findFirst(),
        cutting.most("print.contacts-planned", contacts.page(id, true, null, MOST + 1)),
        cutting.most("print.contacts", contacts.page(id, false, null, MOST + 1)),
        readable.stream().filter(one -> isPrinted(one, chosen)).toList());
  }

  private static boolean isPrinted(Notes.Whole one, Set<ExportPart> chosen) {
    return switch (NoteKind.of(one.note().kind())) {
      case ORDINARY -> true;
      case SUPERVISION -> chosen.contains(ExportPart.SUPERVISION_NOTES);
      case CLINICAL -> chosen.contains(ExportPart.CLINICAL_NOTES);
    };
  }

  private record Cutting(List<String> headings) {
    <T> List<T> most(String heading, List<T> all) {
      if (all.size() <= MOST) {
        return all;
      }
      headings.add(heading);
      return all.subList(0, MOST);
    }
  }
}
