package org.hifazat.cases.takeover.web;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.takeover.CaseImport;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way into the register.
 *
 * @param refusal why no row of it can be read: not-utf-8, header-wrong, no-rows, too-many-rows
 * @param joined rows of which somebody said that they are a case which is there already
 * @param done rows that were looked at in the present state
 */
public record ImportView(
    UUID id,
    String state,
    @Nullable String refusal,
    int rows,
    int done,
    int ready,
    int faulty,
    int known,
    int takenOver,
    int joined,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  static ImportView of(CaseImport one) {
    return new ImportView(
        one.id(),
        one.state(),
        one.refusal().orElse(null),
        one.rowCount(),
        Math.max(0, one.nextRow() - 1),
        one.ready(),
        one.faulty(),
        one.known(),
        one.takenOver(),
        one.joined(),
        one.createdAt(),
        one.finishedAt().orElse(null));
  }
}
