package org.hifazat.cases.safety;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done when danger comes, in words the child and the adults can follow.
 *
 * @param dangers what may happen, and how one sees it coming
 * @param childDoes what the child does
 * @param adultsDo what caregiver, unit and others do
 * @param people whom the child can turn to
 * @param places where the child can go
 * @param childSays agreed, not-agreed or not-asked
 * @param caregiverSays agreed, not-agreed or not-asked
 * @param reason why somebody did not agree or was not asked
 */
public record SafetyPlanContent(
    String dangers,
    String childDoes,
    String adultsDo,
    List<Person> people,
    List<String> places,
    String childSays,
    String caregiverSays,
    @Nullable String reason) {

  public SafetyPlanContent {
    people = List.copyOf(people);
    places = List.copyOf(places);
  }

  /**
   * @param reach phone, house, hours: how to find them
   */
  public record Person(String name, @Nullable String relation, @Nullable String reach) {}

  boolean lacksItsReason() {
    boolean agreed = childSays.equals("agreed") && caregiverSays.equals("agreed");
    return !agreed && (reason == null || reason.isBlank());
  }
}
