package org.hifazat.cases.child;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a child, in clear.
 *
 * @param nameScript latn or arab (Urdu and Pashto letters)
 * @param sex female, male or x
 * @param language code of the list language
 * @param safeContact how the child or family can be reached without putting them in danger
 */
public record ChildParticulars(
    String givenName,
    @Nullable String fatherName,
    @Nullable String knownAs,
    String nameScript,
    String sex,
    Age age,
    @Nullable String language,
    @Nullable String address,
    @Nullable String safeContact) {}
