package org.hifazat.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.hifazat.gateway.proxy.BodyArrival.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BodyArrivalTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final Vertx vertx = Vertx.vertx();
  private final BodiesHeld held = new BodiesHeld("ROOM", 40, 8);
  private final Sent sent = new Sent();

  @AfterEach
  void close() {
    vertx.close();
  }

  @Test
  void itIsThereWhenItHasEndedAndNotBefore() {
    Future<Buffer> body = read(held.share("a"), LONG);
    sent.piece("abc");
    assertThat(body.isComplete()).isFalse();
    sent.piece("de");
    sent.end();
    assertThat(body.result()).hasToString("abcde");
  }

  @Test
  void whatGrowsTooLargeIsRefusedAndNoMoreOfItKept() {
    BodiesHeld.Share share = held.share("a");
    Future<Buffer> body = read(share, LONG);
    sent.piece("123456");
    sent.piece("789");
    sent.piece("x");
    assertThat(reason(body)).isEqualTo(Reason.TOO_LARGE);
    assertThat(held.held()).isEqualTo(6);
    share.giveBack();
    assertThat(held.held()).isZero();
  }

  @Test
  void whatDoesNotEndIsRefusedAfterAWhile() {
    Future<Buffer> body = read(held.share("a"), Duration.ofMillis(1));
    Awaitility.await().atMost(Duration.ofSeconds(90)).until(body::isComplete);
    assertThat(reason(body)).isEqualTo(Reason.TOO_SLOW);
  }

  @Test
  void oneAddressHoldsAQuarterAndTheOthersTheRest() {
    BodiesHeld.Share first = held.share("a");
    assertThat(first.take(10)).isTrue();
    BodiesHeld.Share greedy = held.share("a");
    assertThat(greedy.take(1)).isFalse();
    greedy.giveBack();
    for (String other : new String[] {"b", "c", "d"}) {
      assertThat(held.share(other).take(10)).isTrue();
    }
    assertThat(held.share("e").take(1)).as("all is taken").isFalse();
    first.giveBack();
    first.giveBack();
    assertThat(held.held()).isEqualTo(30);
    assertThat(held.addresses()).isEqualTo(3);
    assertThat(held.share("e").take(10)).isTrue();
  }

  @Test
  void roomInWhichNoWholeBodyWouldEverFitIsRefused() {
    assertThatThrownBy(() -> new BodiesHeld("ROOM", 31, 8))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("HIFAZAT_GATEWAY_LIMITS_ROOM");
    assertThat(new BodiesHeld("ROOM", 32, 8).share("a").take(8)).isTrue();
  }

  @Test
  void whoseRoomIsTakenIsRefused() {
    assertThat(held.share("a").take(10)).isTrue();
    Future<Buffer> body = read(held.share("a"), LONG);
    sent.piece("x");
    assertThat(reason(body)).isEqualTo(Reason.NO_ROOM);
  }

  private Future<Buffer> read(BodiesHeld.Share share, Duration within) {
    return BodyArrival.of(vertx, sent, 8, within, share);
  }

  private static @Nullable Reason reason(Future<Buffer> body) {
    return body.cause() instanceof BodyArrival.Refused refused ? refused.reason() : null;
  }

  /** What a client sends, piece by piece. */
  private static final class Sent implements ReadStream<Buffer> {
    private @Nullable Handler<Buffer> onPiece;
    private @Nullable Handler<Void> onEnd;

    void piece(String text) {
      if (onPiece != null) {
        onPiece.handle(Buffer.buffer(text));
      }
    }

    void end() {
      if (onEnd != null) {
        onEnd.handle(null);
      }
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
      onPiece = handler;
      return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
      onEnd = handler;
      return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
      return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
      return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
      return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
      return this;
    }
  }
}
