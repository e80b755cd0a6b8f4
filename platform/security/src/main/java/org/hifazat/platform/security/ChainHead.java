package org.hifazat.platform.security;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The last link of the audit chain. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ChainHead(long position, byte[] hash) {
  static ChainHead read(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select position, hash from audit_seal order by position desc limit 1");
        ResultSet row = statement.executeQuery()) {
      return row.next()
          ? new ChainHead(row.getLong(1), row.getBytes(2))
          : new ChainHead(0, AuditChain.genesis());
    }
  }
}
