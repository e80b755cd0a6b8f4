package org.hifazat.referral.webhook.integration;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.hifazat.referral.webhook.Answer;
import org.hifazat.referral.webhook.Answer.Why;
import org.hifazat.referral.webhook.Names;
import org.hifazat.referral.webhook.Post;
import org.hifazat.referral.webhook.ReceiverAddress;
import org.hifazat.referral.webhook.SignedMessage;
import org.hifazat.referral.webhook.WebhookConfig;

/**
 * Sends to the very address that was judged, while Host, SNI and certificate go by the name.
 * Follows no redirect, keeps no connection, reads no body.
 */
@ApplicationScoped
class PinnedPost implements Post {
  private static final int LONGEST_HEADERS = 16 * 1024;
  private static final int CONNECTIONS_PER_RECEIVER = 8;

  private final HttpClient client;
  private final Names names;
  private final WebhookConfig config;
  private final Clock clock;

  @Inject
  PinnedPost(Vertx vertx, Names names, WebhookConfig config, Clock clock) {
    this(vertx, names, config, clock, new HttpClientOptions());
  }

  /**
   * @param options whom to trust, when not the public authorities
   */
  PinnedPost(
      Vertx vertx, Names names, WebhookConfig config, Clock clock, HttpClientOptions options) {
    this.client =
        vertx.createHttpClient(
            options
                .setKeepAlive(false)
                .setMaxPoolSize(CONNECTIONS_PER_RECEIVER)
                .setMaxHeaderSize(LONGEST_HEADERS)
                .setTracingPolicy(TracingPolicy.IGNORE));
    this.names = names;
    this.config = config;
    this.clock = clock;
  }

  @PreDestroy
  void close() {
    client.close();
  }

  @Override
  public Answer send(ReceiverAddress receiver, SignedMessage message) {
    return switch (names.find(receiver.host())) {
      case Names.Found.Not(Why why) -> new Answer.None(why);
      case Names.Found.At(InetAddress address) -> sendTo(address, receiver, message);
    };
  }

  private Answer sendTo(InetAddress address, ReceiverAddress receiver, SignedMessage message) {
    AtomicReference<HttpClientRequest> begun = new AtomicReference<>();
    Future<Answer> answered =
        client
            .request(options(address, receiver, message))
            .compose(
                request -> {
                  begun.set(request);
                  return request.send(Buffer.buffer(message.body()));
                })
            .map(
                response -> {
                  cutOff(response);
                  return new Answer.Status(
                      response.statusCode(),
                      RetryAfter.of(
                          response.getHeader("Retry-After"),
                          response.getHeader("Date"),
                          clock.instant()));
                });
    return waited(answered, begun);
  }

  /** Its body is not read. One without a body may be over by now, and then takes no handler. */
  static void cutOff(HttpClientResponse response) {
    try {
      response.exceptionHandler(broken -> {});
    } catch (IllegalStateException over) {
      // nothing is left that could break
    }
    response.request().connection().close();
  }

  private Answer waited(Future<Answer> answered, AtomicReference<HttpClientRequest> begun) {
    Duration most = config.connectWithin().plus(config.answerWithin());
    try {
      return answered
          .toCompletionStage()
          .toCompletableFuture()
          .get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooSlow) {
      // a header a minute keeps no connection
      HttpClientRequest request = begun.get();
      if (request != null) {
        request.connection().close();
      }
      return new Answer.None(Why.TIMED_OUT);
    } catch (ExecutionException failed) {
      return new Answer.None(why(failed));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Answer.None(Why.UNREACHABLE);
    }
  }

  private RequestOptions options(
      InetAddress address, ReceiverAddress receiver, SignedMessage message) {
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, receiver.port())))
        .setHost(receiver.host())
        .setPort(receiver.port())
        .setSsl(receiver.secure())
        .setURI(receiver.path())
        .setFollowRedirects(false)
        .setConnectTimeout(config.connectWithin().toMillis())
        .setIdleTimeout(config.answerWithin().toMillis())
        .putHeader("Content-Type", "application/json")
        .putHeader("User-Agent", "Hifazat-Webhooks/1")
        .putHeader("webhook-id", message.id())
        .putHeader("webhook-timestamp", Long.toString(message.timestamp()))
        .putHeader("webhook-signature", message.signature());
  }

  private static Why why(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return Why.TLS_FAILED;
      }
      if (cause instanceof TimeoutException
          || cause instanceof io.netty.channel.ConnectTimeoutException) {
        return Why.TIMED_OUT;
      }
    }
    return Why.UNREACHABLE;
  }
}
