package org.hifazat.platform.web;

import java.time.Instant;
import java.util.UUID;

/** Where the next page of a list begins: strictly after this pair in the list's order. */
public record Cursor(Instant at, UUID id) {}
