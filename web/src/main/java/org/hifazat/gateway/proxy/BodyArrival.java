package org.hifazat.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;

/**
 * A request's body, read to its end before a part hears of the request. Who sends slowly, signed in
 * or not, would otherwise hold one of the few connections to a part as long as they like.
 */
final class BodyArrival {
  private final Promise<Buffer> promise = Promise.promise();
  private final Buffer buffer = Buffer.buffer();
  private final BodiesHeld.Share share;
  private final long most;

  private BodyArrival(long most, BodiesHeld.Share share) {
    this.most = most;
    this.share = share;
  }

  /** Why a body did not come, or was not taken. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private Refused(Reason reason) {
      super(reason.name(), null, false, false);
      this.reason = reason;
    }

    Reason reason() {
      return reason;
    }
  }

  enum Reason {
    TOO_LARGE,
    TOO_SLOW,
    NO_ROOM,
    /** Whoever sent it is gone. */
    BROKEN_OFF
  }

  /**
   * Reads the source, which may be paused.
   *
   * @param share counts what is kept of it
   */
  static Future<Buffer> of(
      Vertx vertx, ReadStream<Buffer> source, long most, Duration within, BodiesHeld.Share share) {
    BodyArrival body = new BodyArrival(most, share);
    Future<Buffer> whole = body.promise.future();
    long timer = vertx.setTimer(within.toMillis(), late -> body.refuse(Reason.TOO_SLOW));
    whole.onComplete(done -> vertx.cancelTimer(timer));
    source.handler(body::take);
    source.exceptionHandler(gone -> body.refuse(Reason.BROKEN_OFF));
    source.endHandler(ended -> body.promise.tryComplete(body.buffer));
    source.resume();
    return whole;
  }

  private void take(Buffer piece) {
    if (promise.future().isComplete()) {
      return;
    }
    if (buffer.length() + (long) piece.length() > most) {
      refuse(Reason.TOO_LARGE);
    } else if (!share.take(piece.length())) {
      refuse(Reason.NO_ROOM);
    } else {
      buffer.appendBuffer(piece);
    }
  }

  private void refuse(Reason reason) {
    promise.tryFail(new Refused(reason));
  }
}
