package org.hifazat.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleTest {
  private final Rule rule =
      Rule.allow("social-worker", Relation.OWN).and("supervisor", Relation.OWN, Relation.SAME_UNIT);

  @Test
  void aListedRoleMayInTheListedRelationsAndInNoOther() {
    for (Relation relation : Relation.values()) {
      assertThat(rule.permits(Set.of("social-worker"), relation))
          .isEqualTo(relation == Relation.OWN);
      assertThat(rule.permits(Set.of("supervisor"), relation))
          .isEqualTo(relation == Relation.OWN || relation == Relation.SAME_UNIT);
      assertThat(rule.permits(Set.of("auditor"), relation)).isFalse();
      assertThat(rule.permits(Set.of(), relation)).isFalse();
    }
  }

  @Test
  void severalRolesMayWhatAnyOfThemMay() {
    assertThat(rule.permits(Set.of("auditor", "supervisor"), Relation.SAME_UNIT)).isTrue();
    assertThat(rule.permits(Set.of("auditor", "social-worker"), Relation.SAME_UNIT)).isFalse();
  }

  @Test
  void onlyARoleThatCouldEverPassPassesTheGate() {
    assertThat(rule.mayPermit(Set.of("auditor", "social-worker"))).isTrue();
    assertThat(rule.mayPermit(Set.of("auditor"))).isFalse();
    assertThat(rule.mayPermit(Set.of())).isFalse();
  }

  @Test
  void aRoleWithNoRelationIsAMistake() {
    assertThatThrownBy(() -> new Rule(Map.of("auditor", Set.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void addingToARuleLeavesItAsItWas() {
    Rule wider = rule.and("social-worker", Relation.SAME_UNIT);
    assertThat(wider.permits(Set.of("social-worker"), Relation.OWN)).isTrue();
    assertThat(wider.permits(Set.of("social-worker"), Relation.SAME_UNIT)).isTrue();
    assertThat(rule.permits(Set.of("social-worker"), Relation.SAME_UNIT)).isFalse();
  }
}
