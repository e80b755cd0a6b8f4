package org.hifazat.cases.consent;

/**
 * Somebody whom information is shared with and no directory has.
 *
 * @param name of the person or body
 * @param serviceType what for, as the directory of services has it
 * @param place where they are
 */
public record RecipientFacts(String name, String serviceType, String place) {}
