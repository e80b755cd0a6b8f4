package org.hifazat.cases.legal;

import org.jspecify.annotations.Nullable;

/**
 * What an order says.
 *
 * @param maker the court, committee or person by name
 */
public record OrderWords(String maker, @Nullable String number, @Nullable String terms) {}
