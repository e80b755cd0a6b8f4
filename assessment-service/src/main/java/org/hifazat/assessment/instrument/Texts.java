package org.hifazat.assessment.instrument;

/**
 * One text in the three languages every published form has.
 *
 * @param en English
 * @param ur Urdu
 * @param ps Pashto
 */
public record Texts(String en, String ur, String ps) {}
