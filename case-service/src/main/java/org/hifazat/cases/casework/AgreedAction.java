package org.hifazat.cases.casework;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something somebody does by a day, as people agreed on it.
 *
 * @param id made by its author; its task and what came of it stay with it
 * @param dueOn the whole of that day, in Pakistan
 */
public record AgreedAction(UUID id, String words, Actor actor, LocalDate dueOn) {}
