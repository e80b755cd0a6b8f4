package org.hifazat.assessment;

import io.restassured.response.Response;
import java.util.Map;
import java.util.Set;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.Persona;

/**
 * One operation of the refusal matrix.
 *
 * @param allowed role to relations; NONE for an operation without a record
 * @param attempt a request that must pass unless its sender may not: valid, on a record that stands
 *     to the sender as the relation says
 */
public record MatrixRow(
    AssessmentOperation operation, Map<String, Set<Relation>> allowed, Attempt attempt) {

  /** Sends the request. */
  @FunctionalInterface
  public interface Attempt {
    Response by(Persona persona, Relation relation);
  }
}
