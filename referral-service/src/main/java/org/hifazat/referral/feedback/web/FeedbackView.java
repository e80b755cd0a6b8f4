package org.hifazat.referral.feedback.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.referral.feedback.Feedback;
import org.hifazat.referral.feedback.FeedbackQueries;
import org.jspecify.annotations.Nullable;

/**
 * What a child or a caregiver said of a service.
 *
 * @param speaker child or caregiver
 * @param howAsked in-person, phone, pictures or writing
 * @param askedAlone nobody of the service, and nobody they may fear, was there
 * @param rating 1 to 5, a step of the scale
 * @param agencyMayKnow they agreed that the agency hears it
 * @param concern it says that somebody was harmed or badly treated there; never released
 * @param releasedAt since when the agency reads it
 * @param withdrawnAt since when it does no more
 */
public record FeedbackView(
    UUID id,
    String speaker,
    String howAsked,
    boolean askedAlone,
    int rating,
    @Nullable String words,
    boolean agencyMayKnow,
    boolean concern,
    Instant happenedAt,
    Instant recordedAt,
    @Nullable Instant releasedAt,
    @Nullable Instant withdrawnAt) {

  /**
   * @param scale steps a rating is one of
   * @param items newest first
   */
  public record FeedbackList(List<FeedbackQueries.Step> scale, List<FeedbackView> items) {}

  /** As the agency reads it: no word of how safe it was to say. */
  public record ReleasedFeedback(
      UUID id, String speaker, int rating, @Nullable String words, Instant happenedAt) {

    static ReleasedFeedback of(FeedbackQueries.Whole whole) {
      Feedback feedback = whole.feedback();
      return new ReleasedFeedback(
          feedback.id(),
          feedback.speaker(),
          feedback.rating(),
          whole.words(),
          feedback.happenedAt());
    }
  }

  /**
   * @param items newest first
   */
  public record ReleasedFeedbackList(
      List<FeedbackQueries.Step> scale, List<ReleasedFeedback> items) {}

  static FeedbackView of(FeedbackQueries.Whole whole) {
    Feedback feedback = whole.feedback();
    return new FeedbackView(
        feedback.id(),
        feedback.speaker(),
        feedback.howAsked(),
        feedback.askedAlone(),
        feedback.rating(),
        whole.words(),
        feedback.agencyMayKnow(),
        feedback.concern(),
        feedback.happenedAt(),
        feedback.recordedAt(),
        feedback.releasedAt().orElse(null),
        feedback.withdrawnAt().orElse(null));
  }
}
