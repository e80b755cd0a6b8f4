package org.hifazat.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import org.hifazat.platform.persistence.SearchTokens;

/** Derives cursor seals and idempotency hashes from the service's search key, by purpose. */
@ApplicationScoped
class SearchKeyHash implements KeyedHash {

  private final SearchTokens tokens;

  SearchKeyHash(SearchTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public byte[] of(String purpose, String text) {
    return tokens.token(purpose, text);
  }
}
