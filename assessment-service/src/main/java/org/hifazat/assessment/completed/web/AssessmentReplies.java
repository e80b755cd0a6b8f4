package org.hifazat.assessment.completed.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.hifazat.assessment.completed.AssessmentQueries;
import org.hifazat.assessment.completed.CompletedAssessment;
import org.hifazat.assessment.instrument.InstrumentCatalogue;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;

/** How an assessment is answered with, whatever led to it. */
@ApplicationScoped
public class AssessmentReplies {

  private final AssessmentQueries queries;
  private final InstrumentCatalogue instruments;

  AssessmentReplies(AssessmentQueries queries, InstrumentCatalogue instruments) {
    this.queries = queries;
    this.instruments = instruments;
  }

  /** 201 with the assessment. */
  public Response created(Created created) {
    AssessmentQueries.Whole made = queries.justMade(created.id());
    return created.response(made.assessment().version(), view(made));
  }

  Response found(AssessmentQueries.Whole found) {
    return Response.ok(view(found))
        .header(HttpHeaders.ETAG, ETags.of(found.assessment().version()))
        .build();
  }

  Page<AssessmentView> page(Page<AssessmentQueries.Whole> page) {
    return new Page<>(page.items().stream().map(this::view).toList(), page.next());
  }

  Page<AssessmentView> lines(List<CompletedAssessment> assessments) {
    return Page.all(
        assessments.stream().map(it -> view(AssessmentQueries.Whole.line(it, List.of()))).toList());
  }

  private AssessmentView view(AssessmentQueries.Whole whole) {
    return AssessmentView.of(whole, instruments);
  }
}
