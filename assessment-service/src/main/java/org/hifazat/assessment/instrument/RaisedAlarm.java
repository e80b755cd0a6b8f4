package org.hifazat.assessment.instrument;

/**
 * An answer that interrupted.
 *
 * @param question name of the form's node, never the answer
 * @param kind suicide or ongoing-abuse
 * @param imminent whether it means danger at this moment
 */
public record RaisedAlarm(String question, String kind, boolean imminent) {}
