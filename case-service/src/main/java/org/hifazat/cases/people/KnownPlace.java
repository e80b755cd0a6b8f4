package org.hifazat.cases.people;

import java.time.Instant;
import java.util.UUID;

/** A safe place, in clear, with the version a change must name. */
public record KnownPlace(
    UUID id, UUID caseId, PlaceFacts facts, Instant recordedAt, long version) {}
