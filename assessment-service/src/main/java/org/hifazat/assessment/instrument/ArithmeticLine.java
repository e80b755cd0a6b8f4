package org.hifazat.assessment.instrument;

/**
 * One number of the sum, so that nobody is shown a bare label.
 *
 * @param question name of the form's node, for example {@code likelihood}
 * @param value what the server made of it
 */
public record ArithmeticLine(String question, int value) {}
