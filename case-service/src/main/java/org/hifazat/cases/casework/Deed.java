package org.hifazat.cases.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;

/**
 * Something done to a case, as its story, the audit trail and the others are told it.
 *
 * @param kind what happened, kebab-case
 * @param subjectType what it was done to, kebab-case
 * @param codes details, never words
 */
public record Deed(
    CaseFile file,
    CaseOperation operation,
    String kind,
    Instant happenedAt,
    String subjectType,
    UUID subjectId,
    long version,
    List<String> codes) {}
