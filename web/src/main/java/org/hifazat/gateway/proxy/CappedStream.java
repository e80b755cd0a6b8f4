package org.hifazat.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A request body that breaks off when it grows over the limit without having said so. */
final class CappedStream implements ReadStream<Buffer> {
  private final ReadStream<Buffer> source;
  private final long most;
  private long seen;
  private boolean exceeded;
  private @Nullable Handler<Throwable> onFault;

  CappedStream(ReadStream<Buffer> source, long most) {
    this.source = source;
    this.most = most;
  }

  /** Whether the body was too large. */
  boolean exceeded() {
    return exceeded;
  }

  @Override
  public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
    if (handler == null) {
      source.handler(null);
      return this;
    }
    source.handler(
        piece -> {
          seen += piece.length();
          if (exceeded) {
            return;
          }
          if (seen <= most) {
            handler.handle(piece);
            return;
          }
          exceeded = true;
          if (onFault != null) {
            onFault.handle(new IllegalStateException("The body is longer than " + most));
          }
        });
    return this;
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    onFault = handler;
    source.exceptionHandler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
    source.endHandler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    source.pause();
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    source.resume();
    return this;
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    source.fetch(amount);
    return this;
  }
}
