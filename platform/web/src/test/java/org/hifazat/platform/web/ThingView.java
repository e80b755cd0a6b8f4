package org.hifazat.platform.web;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record ThingView(
    UUID id, @Nullable String label, Optional<String> note, @Nullable Instant madeAt) {}
