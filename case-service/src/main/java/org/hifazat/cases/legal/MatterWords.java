package org.hifazat.cases.legal;

import org.jspecify.annotations.Nullable;

/**
 * What names a matter before a court.
 *
 * @param number as the court or the police write it
 */
public record MatterWords(String court, @Nullable String number, @Nullable String note) {}
