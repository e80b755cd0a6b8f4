package org.hifazat.platform.security;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which roles may perform an operation, and on which records; everything not listed is refused.
 *
 * @param allowed role to the relations it covers, none of them empty
 */
public record Rule(Map<String, Set<Relation>> allowed) {

  public Rule {
    allowed =
        allowed.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, role -> Set.copyOf(role.getValue())));
    if (allowed.containsValue(Set.of())) {
      throw new IllegalArgumentException("A role without a relation allows nothing: leave it out");
    }
  }

  /** Starts a rule that allows nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** A rule with one role; more with {@link #and}. */
  public static Rule allow(String role, Relation first, Relation... more) {
    return builder().allow(role, first, more).build();
  }

  /** This rule and one more role (or more relations of a role it has). */
  public Rule and(String role, Relation first, Relation... more) {
    var builder = builder();
    allowed.forEach((known, relations) -> builder.add(known, relations));
    return builder.allow(role, first, more).build();
  }

  /** Whether one of the roles covers the relation. */
  public boolean permits(Set<String> roles, Relation relation) {
    return roles.stream().anyMatch(role -> allowed.getOrDefault(role, Set.of()).contains(relation));
  }

  /** Whether one of the roles covers any relation at all. */
  public boolean mayPermit(Set<String> roles) {
    return roles.stream().anyMatch(allowed::containsKey);
  }

  /** Collects the roles of a rule. */
  public static final class Builder {
    private final Map<String, Set<Relation>> allowed = new HashMap<>();

    private Builder() {}

    public Builder allow(String role, Relation first, Relation... more) {
      return add(role, EnumSet.of(first, more));
    }

    public Rule build() {
      return new Rule(allowed);
    }

    private Builder add(String role, Set<Relation> relations) {
      allowed.computeIfAbsent(role, fresh -> EnumSet.noneOf(Relation.class)).addAll(relations);
      return this;
    }
  }
}
