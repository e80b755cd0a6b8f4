package org.hifazat.cases.casefile;

import java.util.UUID;

/** Somebody registered a child and opened its case; told once that is committed. */
public record ChildRegistered(UUID caseId) {}
