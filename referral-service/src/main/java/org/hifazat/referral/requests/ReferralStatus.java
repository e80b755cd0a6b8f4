package org.hifazat.referral.requests;

import java.util.Locale;
import java.util.Set;

/**
 * States of FHIR Task as profiled by SDOH Clinical Care (STU3, TaskForReferralManagement), with who
 * may make which step.
 */
public enum ReferralStatus {
  DRAFT,
  REQUESTED,
  ACCEPTED,
  REJECTED,
  IN_PROGRESS,
  ON_HOLD,
  COMPLETED,
  FAILED,
  CANCELLED,
  ENTERED_IN_ERROR;

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException for any other label
   */
  public static ReferralStatus of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  public boolean mayBecome(ReferralStatus next, Side by) {
    if (next == ENTERED_IN_ERROR) {
      return by == Side.REQUESTER && this != ENTERED_IN_ERROR;
    }
    return switch (by) {
      case REQUESTER -> requesterMay().contains(next);
      case TARGET -> targetMay().contains(next);
    };
  }

  /** Whether a reason is asked for on entering this state: the profile's four, and an error's. */
  public boolean needsReason() {
    return switch (this) {
      case REJECTED, CANCELLED, ON_HOLD, FAILED, ENTERED_IN_ERROR -> true;
      case DRAFT, REQUESTED, ACCEPTED, IN_PROGRESS, COMPLETED -> false;
    };
  }

  /** Whether somebody at the agency has work with it. */
  public boolean isAtWork() {
    return switch (this) {
      case REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD -> true;
      case DRAFT, REJECTED, COMPLETED, FAILED, CANCELLED, ENTERED_IN_ERROR -> false;
    };
  }

  /** Whether nothing follows, but that it was an error. */
  boolean isFinal() {
    return switch (this) {
      case REJECTED, COMPLETED, FAILED, CANCELLED, ENTERED_IN_ERROR -> true;
      case DRAFT, REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD -> false;
    };
  }

  /** Whether the agency has given its last word. */
  boolean isAnswered() {
    return switch (this) {
      case COMPLETED, FAILED, REJECTED -> true;
      case DRAFT, REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD, CANCELLED, ENTERED_IN_ERROR -> false;
    };
  }

  private Set<ReferralStatus> requesterMay() {
    return switch (this) {
      case DRAFT -> Set.of(REQUESTED);
      case REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD -> Set.of(CANCELLED);
      case REJECTED, COMPLETED, FAILED, CANCELLED, ENTERED_IN_ERROR -> Set.of();
    };
  }

  private Set<ReferralStatus> targetMay() {
    return switch (this) {
      case REQUESTED -> Set.of(ACCEPTED, REJECTED, CANCELLED);
      case ACCEPTED -> Set.of(IN_PROGRESS, ON_HOLD, COMPLETED, FAILED, CANCELLED);
      case IN_PROGRESS -> Set.of(ON_HOLD, COMPLETED, FAILED, CANCELLED);
      case ON_HOLD -> Set.of(IN_PROGRESS, COMPLETED, FAILED, CANCELLED);
      case DRAFT, REJECTED, COMPLETED, FAILED, CANCELLED, ENTERED_IN_ERROR -> Set.of();
    };
  }
}
