package org.hifazat.cases.people;

import java.time.Instant;
import java.util.UUID;

/** A person around a child, in clear, with the version a change must name. */
public record KnownPerson(
    UUID id, UUID caseId, PersonFacts facts, Instant recordedAt, long version) {}
