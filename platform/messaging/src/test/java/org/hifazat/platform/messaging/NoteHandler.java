package org.hifazat.platform.messaging;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hifazat.platform.security.CallerContext;

/** Writes each event down and keeps the newest version, as a projection would. */
@ApplicationScoped
class NoteHandler implements EventHandler<Note> {
  private final AgroalDataSource dataSource;
  private final Troubles troubles;
  private final CallerContext callers;

  NoteHandler(AgroalDataSource dataSource, Troubles troubles, CallerContext callers) {
    this.dataSource = dataSource;
    this.troubles = troubles;
    this.callers = callers;
  }

  @Override
  public String type() {
    return Note.TYPE;
  }

  @Override
  public Class<Note> payload() {
    return Note.class;
  }

  @Override
  public void handle(ReceivedEvent<Note> event) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement applied =
            connection.prepareStatement(
                "insert into applied_note (event_id, subject, version, caller) values (?, ?, ?, ?)");
        PreparedStatement newest =
            connection.prepareStatement(
                """
                insert into newest_note values (?, ?)
                on conflict (subject) do update set version = excluded.version
                where newest_note.version < excluded.version
                """)) {
      applied.setObject(1, event.id());
      applied.setString(2, event.subject());
      applied.setLong(3, event.aggregateVersion());
      applied.setString(4, callers.current().subject());
      applied.executeUpdate();
      newest.setString(1, event.subject());
      newest.setLong(2, event.aggregateVersion());
      newest.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    // after the writes: a failure must take them back
    troubles.befall(event.subject());
  }
}
