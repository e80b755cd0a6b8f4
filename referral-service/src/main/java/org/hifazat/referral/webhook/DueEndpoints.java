package org.hifazat.referral.webhook;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which endpoints have something to send: asked all the time, and so without a session. */
@ApplicationScoped
class DueEndpoints {
  private static final String FIND =
      """
      select x.endpoint_id from webhook_delivery x
        join webhook_endpoint e on e.id = x.endpoint_id and e.state = 'active'
       where\s"""
          + DeliveryTable.DUE.replace(":now", "?")
          + " group by x.endpoint_id order by min(x.next_at) limit ?";

  private final AgroalDataSource database;

  DueEndpoints(AgroalDataSource database) {
    this.database = database;
  }

  /** Active ones, longest waiting first. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<UUID> at(Instant now, int most) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(FIND)) {
      query.setObject(1, now.atOffset(ZoneOffset.UTC));
      query.setInt(2, most);
      try (ResultSet rows = query.executeQuery()) {
        List<UUID> due = new ArrayList<>();
        while (rows.next()) {
          due.add(rows.getObject(1, UUID.class));
        }
        return due;
      }
    } catch (SQLException fault) {
      throw new IllegalStateException("What is due could not be read", fault);
    }
  }
}
