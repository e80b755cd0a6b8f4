package org.hifazat.platform.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
class Note {
  @Id UUID id;
  UUID owner;
  String body;

  @SuppressWarnings("NullAway.Init")
  protected Note() {}

  Note(UUID id, UUID owner, String body) {
    this.id = id;
    this.owner = owner;
    this.body = body;
  }
}
